<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use LogicException;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Role;

/** The room a request is about, and what the person is to it, once that was checked. */
final class RoomContext
{
    private ?Room $room = null;

    private ?Role $role = null;

    public function enter(Room $room, Role $role): void
    {
        $this->room = $room;
        $this->role = $role;
    }

    public function room(): Room
    {
        return $this->room ?? throw new LogicException('the method lacks #[RequireRole]');
    }

    public function role(): Role
    {
        return $this->role ?? throw new LogicException('the method lacks #[RequireRole]');
    }
}
