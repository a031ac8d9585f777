<?php

declare(strict_types=1);

namespace OCP\Accounts;

use OCP\IUser;

interface IAccountManager
{
    public const SCOPE_PRIVATE = 'v2-private';

    public const SCOPE_LOCAL = 'v2-local';

    public const PROPERTY_EMAIL = 'email';

    public function getAccount(IUser $user): IAccount;
}
