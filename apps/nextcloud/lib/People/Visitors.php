<?php

declare(strict_types=1);

namespace OCA\Bluebridge\People;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Service\RoomAccess;
use OCA\Bluebridge\Service\RoomTerms;
use OCP\ISession;
use OCP\IUserSession;
use OCP\Security\ISecureRandom;

/**
 * Who stands at the door. A guest is known again by the session of their browser: a random number,
 * their name, and per room the code they knew, the link they came by and whether they agreed to be recorded.
 */
class Visitors
{
    private const GUEST = 'bluebridge.guest';

    private const NAME = 'bluebridge.name';

    private const LONGEST_NAME = 100;

    public function __construct(
        private readonly IUserSession $users,
        private readonly ISession $session,
        private readonly ISecureRandom $random,
        private readonly RoomAccess $access,
        private readonly LinkMapper $links,
        private readonly RoomTerms $terms,
        private readonly Clock $clock,
    ) {
    }

    /** Describes who looks at a room; changes nothing. */
    public function lookingAt(Room $room): Visitor
    {
        $user = $this->users->getUser();
        $code = $this->knownCode($room);
        $invitedAs = $this->invitedAs($room);
        $consent = $this->session->get(self::key('consents', $room)) === true ? 'given' : null;
        if ($user !== null) {
            return new Visitor($user->getUID(), $user->getDisplayName(), $this->access->roleOf($room, $user), true, $code, $invitedAs, $consent);
        }

        return new Visitor($this->guestId() ?? '', $this->guestName(), code: $code, invitedAs: $invitedAs, recordingConsent: $consent);
    }

    /**
     * Describes somebody who wants to enter, and keeps what they said of themselves. Needs a session
     * that can be written to, and closes it: what follows may take long, and all other requests of the
     * browser would wait.
     *
     * @param 'viewer'|'moderator'|'wrong'|null $code which code they typed
     * @param bool|null $consents whether they agree to be recorded; null leaves it as they said before
     */
    public function entering(Room $room, string $name, ?string $code, ?bool $consents): Visitor
    {
        if ($consents !== null) {
            $this->session->set(self::key('consents', $room), $consents);
        }
        if ($code === 'viewer' || $code === 'moderator') {
            $this->session->set(self::key('code', $room), [$code, self::mark($room)]);
        }
        if (!$this->isKnown()) {
            $this->rememberGuest($name);
        }
        $this->session->set(self::key('pressed', $room), true);
        $this->session->close();
        $visitor = $this->lookingAt($room);

        return new Visitor(
            $visitor->userID,
            $visitor->fullName,
            $visitor->role,
            $visitor->hasAccount,
            $code === 'wrong' ? 'wrong' : $visitor->code,
            $visitor->invitedAs,
            $visitor->recordingConsent,
        );
    }

    /** Tells whether somebody pressed the button of a room: to know its address is not to wait there. */
    public function hasPressed(Room $room): bool
    {
        return $this->session->get(self::key('pressed', $room)) === true;
    }

    /** Keeps that this browser has come by a personal link. */
    public function invite(Room $room, string $secret): void
    {
        $this->session->set(self::key('link', $room), $secret);
    }

    /** Gives the name a guest goes by: the one they type, else the one they had before. */
    public function nameOr(string $typed): string
    {
        $name = self::clean($typed);

        return $name === '' ? $this->guestName() : $name;
    }

    /** Tells whether somebody is logged in. */
    public function isKnown(): bool
    {
        return $this->users->getUser() !== null;
    }

    private function rememberGuest(string $name): void
    {
        if ($this->guestId() === null) {
            // No account has a colon in its id.
            $this->session->set(self::GUEST, 'guest:' . $this->random->generate(20, ISecureRandom::CHAR_ALPHANUMERIC));
        }
        $this->session->set(self::NAME, $this->nameOr($name));
    }

    private function guestId(): ?string
    {
        $id = $this->session->get(self::GUEST);

        return is_string($id) ? $id : null;
    }

    private function guestName(): string
    {
        $name = $this->session->get(self::NAME);

        return is_string($name) ? $name : '';
    }

    /** @return 'viewer'|'moderator'|null */
    private function knownCode(Room $room): ?string
    {
        $kept = $this->session->get(self::key('code', $room));
        // Another code ends what the one before had opened.
        if (!is_array($kept) || ($kept[1] ?? null) !== self::mark($room)) {
            return null;
        }

        return match ($kept[0] ?? null) {
            'viewer' => 'viewer',
            'moderator' => 'moderator',
            default => null,
        };
    }

    /** @return 'viewer'|'moderator'|null */
    private function invitedAs(Room $room): ?string
    {
        $secret = $this->session->get(self::key('link', $room));
        $link = is_string($secret) ? $this->links->findBySecret($secret) : null;
        $isOpen = $link !== null && $link->getRoomId() === $room->getId() && $link->isOpen($this->clock->now());
        if (!$isOpen || !$this->terms->mayInviteGuests($room)) {
            return null;
        }

        return $link->leads() ? 'moderator' : 'viewer';
    }

    private static function key(string $what, Room $room): string
    {
        return "bluebridge.{$what}.{$room->getId()}";
    }

    private static function mark(Room $room): string
    {
        return hash('sha256', ($room->getViewerCode() ?? '') . ' ' . ($room->getModeratorCode() ?? ''));
    }

    private static function clean(string $name): string
    {
        $line = trim((string) preg_replace('/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/u', ' ', $name));

        return mb_substr($line, 0, self::LONGEST_NAME);
    }
}
