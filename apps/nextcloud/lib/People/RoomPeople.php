<?php

declare(strict_types=1);

namespace OCA\Bluebridge\People;

use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\Role;

/** The accounts that a room is shared with: who is told what happens in it. */
class RoomPeople
{
    /** A room of a whole school does not write to all of it. */
    private const MOST = 200;

    public function __construct(private readonly MemberMapper $members, private readonly MemberAccounts $accounts)
    {
    }

    /**
     * Lists the owner, users and people of groups and teams, each once.
     *
     * @param Role $least what they must be at least
     * @return list<string> ids of users
     */
    public function of(Room $room, Role $least): array
    {
        $found = [$room->getOwnerId() => true];
        foreach ($this->members->ofRoom($room->getId()) as $member) {
            if ($member->role()?->reaches($least) === true) {
                $found += array_fill_keys($this->accounts->of($member, self::MOST), true);
            }
        }

        return array_map(strval(...), array_slice(array_keys($found), 0, self::MOST));
    }
}
