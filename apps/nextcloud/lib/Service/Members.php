<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\MemberMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Table;
use OCA\Bluebridge\Exception\Problem;
use OCA\Bluebridge\Model\MemberKind;
use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Notification\Notices;
use OCA\Bluebridge\Notification\RoomNews;
use OCP\IUser;

/** Shares rooms with people, groups, teams and e-mail addresses. */
class Members
{
    public function __construct(
        private readonly MemberMapper $members,
        private readonly LinkMapper $links,
        private readonly Links $invitations,
        private readonly Targets $targets,
        private readonly RoomAccess $access,
        private readonly RoomTerms $terms,
        private readonly Notices $notices,
        private readonly RoomNews $news,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Shares a room. Users are told; who is known by an e-mail address gets a personal link.
     *
     * @param bool $tells whether a user is told; who is called now hears of that instead
     * @return array{Member, string} the member, and the personal link, once, for an e-mail address
     * @throws Problem `guests_not_allowed`, `member_invalid`, `no_such_person`, `is_owner` or `already_member`
     */
    public function add(Room $room, IUser $by, MemberKind $kind, string $target, Role $role, bool $tells = true): array
    {
        if ($kind === MemberKind::Email && !$this->terms->mayInviteGuests($room)) {
            throw Problem::forbidden('guests_not_allowed');
        }
        $target = $this->targets->verify($by, $kind, $target);
        if ($kind === MemberKind::User && $target === $room->getOwnerId()) {
            throw Problem::conflict('is_owner');
        }
        if ($this->members->findTarget($room->getId(), $kind, $target) !== null) {
            throw Problem::conflict('already_member');
        }
        $member = new Member();
        $member->setRoomId($room->getId());
        $member->setKind($kind->value);
        $member->setTarget($target);
        $member->setRole(self::fitting($kind, $role)->value);
        $member->setCreatedAt($this->clock->now());
        $member = Table::unlessTaken(fn (): Member => $this->members->insert($member)) ?? throw Problem::conflict('already_member');
        $this->access->forget();
        $secret = $kind === MemberKind::Email ? $this->invitations->forMember($room, $member, $by) : '';
        if ($tells && $kind === MemberKind::User) {
            $this->news->shared($room, $target, $by);
        }

        return [$member, $secret];
    }

    /** @throws Problem `member_invalid` */
    public function change(Member $member, Role $role): Member
    {
        $kind = $member->kind() ?? throw Problem::invalid('member_invalid');
        $member->setRole(self::fitting($kind, $role)->value);
        $this->access->forget();
        if ($kind === MemberKind::Email) {
            $this->links->setRoleOfMember($member->getId(), $member->getRole());
        }

        return $this->members->update($member);
    }

    public function remove(Room $room, Member $member): void
    {
        $this->members->delete($member);
        $this->links->forgetMember($member->getId());
        $this->access->forget();
        if ($member->kind() === MemberKind::User) {
            $this->notices->forget($room, $member->getTarget());
        }
    }

    /**
     * There is one owner, and nobody manages a room without an account.
     *
     * @throws Problem `member_invalid`
     */
    private static function fitting(MemberKind $kind, Role $role): Role
    {
        if (!$role->isOfMembers() || ($kind === MemberKind::Email && $role === Role::Manager)) {
            throw Problem::invalid('member_invalid');
        }

        return $role;
    }
}
