<?php

declare(strict_types=1);

namespace OCP\Security;

enum PasswordContext
{
    case ACCOUNT;
    case SHARING;
}
