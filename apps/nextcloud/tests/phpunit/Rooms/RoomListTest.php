<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Rooms;

use OCA\Bluebridge\Tests\AppTestCase;

/** The list of somebody's rooms. */
final class RoomListTest extends AppTestCase
{
    public function testItShowsOwnRoomsAndThoseOfOnesGroupsOnceByTheHighestRole(): void
    {
        $bob = $this->host->people->add('bob');
        $this->host->groups->add('class', $bob);
        $room = $this->roomOf('alice', 'Biology');
        $this->roomOf('alice', 'Staff room');
        $this->roomOf('bob', 'Homework');
        foreach ([['user', 'bob', 'viewer'], ['group', 'class', 'moderator']] as [$kind, $target, $role]) {
            $this->as('alice')->api('POST', "rooms/{$room}/members", ['kind' => $kind, 'target' => $target, 'role' => $role]);
        }
        $list = $this->dataOf($this->as('bob')->api('GET', 'rooms'));
        self::assertSame(['Biology' => 'moderator', 'Homework' => 'owner'], array_column($list, 'role', 'name'));
    }

    public function testItTakesTheSameFewQuestionsForAnyNumberOfRooms(): void
    {
        $this->roomOf('alice', 'Room 1');
        $few = $this->statementsOfList();
        for ($room = 2; $room <= 100; $room++) {
            // Nobody makes a hundred rooms in an hour.
            $this->host->clock->advance(60_001);
            $this->roomOf('alice', "Room {$room}");
        }
        self::assertSame($few, $this->statementsOfList());
        self::assertLessThanOrEqual(4, $few);
        self::assertSame([], $this->host->http->sent());
    }

    private function statementsOfList(): int
    {
        $this->host->db->takeStatements();
        $this->as('alice')->api('GET', 'rooms');

        return count($this->host->db->takeStatements());
    }
}
