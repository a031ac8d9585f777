<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Who gets as far as the door of a room: those who lead it, and those who know its address from a page
 * or a person. Counting through the numbers of posts leads to no door.
 */
final class Doors
{
    public function __construct(private readonly RoomStore $rooms)
    {
    }

    /**
     * Finds the room behind a door; null when there is none for this person.
     *
     * @param string $key as the address has it; empty where somebody asks without one
     */
    public function roomBehind(int $roomId, string $key): ?StoredRoom
    {
        $room = $this->rooms->find($roomId);
        if ($room === null || !current_user_can(Rights::SEE, $room->id)) {
            return null;
        }

        return hash_equals($room->doorKey(), $key) || current_user_can(Rights::LEAD, $room->id) ? $room : null;
    }
}
