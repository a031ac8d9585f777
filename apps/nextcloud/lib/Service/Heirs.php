<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\People\MemberAccounts;
use OCP\IUserManager;

/**
 * Who gets a room when its owner is gone: of the users who manage it, who has for the longest time; where
 * only groups and teams manage it, the first of their people.
 */
class Heirs
{
    /** Of a large group somebody is found among the first. */
    private const MOST_ASKED = 50;

    public function __construct(
        private readonly MemberMapper $members,
        private readonly MemberAccounts $accounts,
        private readonly IUserManager $users,
    ) {
    }

    /** Gives the id of the user; null when nobody else manages the room. */
    public function of(Room $room): ?string
    {
        $managers = array_filter($this->members->ofRoom($room->getId()), static fn (Member $member): bool => $member->role() === Role::Manager);
        $isUser = static fn (Member $member): int => $member->kind() === MemberKind::User ? 0 : 1;
        usort($managers, static fn (Member $one, Member $other): int => [$isUser($one), $one->getId()] <=> [$isUser($other), $other->getId()]);
        foreach ($managers as $manager) {
            foreach ($this->accounts->of($manager, self::MOST_ASKED) as $userId) {
                if ($userId !== $room->getOwnerId() && $this->users->get($userId)?->isEnabled() === true) {
                    return $userId;
                }
            }
        }

        return null;
    }
}
