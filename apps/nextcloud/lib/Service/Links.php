<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Link;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\Member;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Exception\Problem;
use OCP\IUser;
use OCP\Security\ISecureRandom;

/** Links for one person each. The secret of one is told once, and a hash of it is kept. */
class Links
{
    /** How many a room may have. */
    private const MOST = 200;

    private const LONGEST_NAME = 100;

    public function __construct(
        private readonly LinkMapper $links,
        private readonly RoomTerms $terms,
        private readonly InvitationMail $mail,
        private readonly ISecureRandom $random,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Makes a link.
     *
     * @param 'viewer'|'moderator' $role
     * @param int $expiresAt epoch ms, 0 for never
     * @return array{Link, string} the link, and the secret its address ends in
     * @throws Problem `guests_not_allowed`, `link_invalid` or `too_many_links`
     */
    public function make(Room $room, string $name, string $role, int $expiresAt): array
    {
        if (!$this->terms->mayInviteGuests($room)) {
            throw Problem::forbidden('guests_not_allowed');
        }
        $name = trim($name);
        $isComing = $expiresAt === 0 || $expiresAt > $this->clock->now();
        if ($name === '' || mb_strlen($name) > self::LONGEST_NAME || !$isComing) {
            throw Problem::invalid('link_invalid');
        }
        if (count($this->links->ofRoom($room->getId())) >= self::MOST) {
            throw Problem::conflict('too_many_links');
        }

        return $this->insert($room, $name, $role, $expiresAt, 0);
    }

    /**
     * Makes the link of a member who is known by an e-mail address, and sends it there.
     *
     * @return string the secret
     */
    public function forMember(Room $room, Member $member, IUser $by): string
    {
        $role = $member->getRole() === 'moderator' ? 'moderator' : 'viewer';
        [, $secret] = $this->insert($room, '', $role, 0, $member->getId());
        $this->mail->send($room, $member->getTarget(), $secret, $by);

        return $secret;
    }

    /** Lets nobody in by it any more, those neither who have used it. */
    public function revoke(Link $link): void
    {
        $link->setRevokedAt($this->clock->now());
        $this->links->update($link);
    }

    /**
     * @param 'viewer'|'moderator' $role
     * @return array{Link, string}
     */
    private function insert(Room $room, string $name, string $role, int $expiresAt, int $memberId): array
    {
        $secret = $this->random->generate(43, ISecureRandom::CHAR_ALPHANUMERIC);
        $link = new Link();
        $link->setRoomId($room->getId());
        $link->setMemberId($memberId);
        $link->setSecretHash(LinkMapper::hash($secret));
        $link->setRole($role);
        $link->setName($name === '' ? null : $name);
        $link->setCreatedAt($this->clock->now());
        $link->setExpiresAt($expiresAt);

        return [$this->links->insert($link), $secret];
    }
}
