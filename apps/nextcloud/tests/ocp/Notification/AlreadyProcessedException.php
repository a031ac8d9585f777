<?php

declare(strict_types=1);

namespace OCP\Notification;

use RuntimeException;

class AlreadyProcessedException extends RuntimeException
{
    public function __construct()
    {
        parent::__construct('Notification is processed already');
    }
}
