<?php

declare(strict_types=1);

namespace OCP\Group\Events;

use OCP\EventDispatcher\Event;
use OCP\IGroup;

class GroupDeletedEvent extends Event
{
    public function __construct(private readonly IGroup $group)
    {
        parent::__construct();
    }

    public function getGroup(): IGroup
    {
        return $this->group;
    }
}
