<?php

declare(strict_types=1);

namespace OCA\Bluebridge\People;

use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Service\Teams;
use OCP\IGroupManager;
use OCP\IUser;
use OCP\IUserManager;

/** The accounts behind a member of a room: a user, or the people of a group or a team. */
class MemberAccounts
{
    public function __construct(
        private readonly IGroupManager $groups,
        private readonly IUserManager $users,
        private readonly Teams $teams,
    ) {
    }

    /** @return list<string> ids of users, so many at the most */
    public function of(Member $member, int $most): array
    {
        $target = $member->getTarget();
        $all = match ($member->kind()) {
            MemberKind::User => $this->users->userExists($target) ? [$target] : [],
            MemberKind::Group => array_map(
                static fn (IUser $user): string => $user->getUID(),
                array_slice($this->groups->get($target)?->getUsers() ?? [], 0, $most),
            ),
            MemberKind::Team => $this->teams->peopleOf($target),
            default => [],
        };

        return array_slice(array_values($all), 0, $most);
    }
}
