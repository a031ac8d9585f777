<?php

declare(strict_types=1);

namespace OCP\User\Events;

use OCP\EventDispatcher\Event;
use OCP\IUser;

class UserDeletedEvent extends Event
{
    public function __construct(private readonly IUser $user)
    {
        parent::__construct();
    }

    public function getUser(): IUser
    {
        return $this->user;
    }
}
