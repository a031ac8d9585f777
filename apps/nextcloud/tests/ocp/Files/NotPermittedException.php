<?php

declare(strict_types=1);

namespace OCP\Files;

class NotPermittedException extends \Exception
{
}
