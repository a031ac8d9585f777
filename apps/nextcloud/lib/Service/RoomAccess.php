<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Model\Role;
use OCP\IGroupManager;
use OCP\IUser;

/**
 * What somebody is to rooms: their owner, or what the highest of their memberships says. Members by
 * e-mail come by a personal link; an account's own address proves nothing, since people type it
 * themselves.
 */
class RoomAccess
{
    /** @var array<string, array<int, Role>> roles by room, of those who were looked up */
    private array $known = [];

    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly MemberMapper $members,
        private readonly IGroupManager $groups,
        private readonly Teams $teams,
    ) {
    }

    /** Gives what somebody is to a room; null when it knows nothing of them. */
    public function roleOf(Room $room, IUser $user): ?Role
    {
        return $room->getOwnerId() === $user->getUID() ? Role::Owner : $this->memberships($user)[$room->getId()] ?? null;
    }

    /**
     * Lists the rooms somebody sees, their own and those they are a member of, by name.
     *
     * @return list<array{Room, Role}>
     */
    public function roomsOf(IUser $user): array
    {
        $rooms = [];
        foreach ($this->rooms->ofOwner($user->getUID()) as $room) {
            $rooms[$room->getId()] = [$room, Role::Owner];
        }
        $roles = $this->memberships($user);
        foreach ($this->rooms->all(array_values(array_diff(array_keys($roles), array_keys($rooms)))) as $room) {
            $rooms[$room->getId()] = [$room, $roles[$room->getId()]];
        }
        usort($rooms, static fn (array $one, array $other): int => strnatcasecmp($one[0]->getName(), $other[0]->getName()));

        return $rooms;
    }

    /** Forgets what was looked up, because members were changed. */
    public function forget(): void
    {
        $this->known = [];
    }

    /** @return array<int, Role> */
    private function memberships(IUser $user): array
    {
        return $this->known[$user->getUID()] ??= self::highest($this->members->ofPerson(
            $user->getUID(),
            array_values($this->groups->getUserGroupIds($user)),
            $this->teamsOf($user),
        ));
    }

    /** @return list<string> none where no room is shared with a team: to ask for somebody's teams takes long */
    private function teamsOf(IUser $user): array
    {
        return $this->teams->areThere() && $this->members->knowTeams() ? $this->teams->idsOf($user->getUID()) : [];
    }

    /**
     * @param list<Member> $members
     * @return array<int, Role>
     */
    private static function highest(array $members): array
    {
        $roles = [];
        foreach ($members as $member) {
            $highest = Role::higher($roles[$member->getRoomId()] ?? null, $member->role());
            if ($highest !== null) {
                $roles[$member->getRoomId()] = $highest;
            }
        }

        return $roles;
    }
}
