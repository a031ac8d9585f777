<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\People;

use Bluebridge\WordPress\Access\AccessPolicy;
use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Access\Invitation;
use Bluebridge\WordPress\Access\Pass;
use Bluebridge\WordPress\Access\Passes;
use Bluebridge\WordPress\Access\Visitor;
use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;

/** The person this request is from, as meetings know them. */
final class Visitors
{
    private const LONGEST_NAME = 100;

    public function __construct(
        private readonly GuestCookie $guestCookie,
        private readonly AccessStore $access,
        private readonly Passes $passes,
    ) {
    }

    /**
     * Describes who looks at a room.
     *
     * @param Invitation|null $invitation one they have come with, as if they had used it
     */
    public function lookingAt(StoredRoom $room, ?Invitation $invitation = null): Participant
    {
        $pass = $this->passOf($room);

        return $this->participant($room, $invitation === null ? $pass : new Pass($pass->code, $invitation->role), '', false);
    }

    /**
     * Describes who looks at a page with a room. Of people without an account a page knows nothing:
     * caches of pages show it to all of them.
     */
    public function onPage(StoredRoom $room): Participant
    {
        return $this->participant($room, is_user_logged_in() ? $this->passOf($room) : new Pass(), '', false);
    }

    /**
     * Describes who wants to enter a room; a browser without an account is known again from now on,
     * and whoever knew a code need not type it again.
     *
     * @param string $name as a guest typed it; empty for the one they typed last
     * @param bool $agreesToRecording what they answered when asked about being recorded
     * @param 'viewer'|'moderator'|'wrong'|null $code which code they typed
     */
    public function entering(StoredRoom $room, string $name, bool $agreesToRecording, ?string $code = null): Participant
    {
        $name = $this->nameOr($name);
        if (!is_user_logged_in()) {
            $this->guestCookie->idOrNew();
            $this->guestCookie->keepName($name);
        }
        if ($code === 'viewer' || $code === 'moderator') {
            $this->passes->giveForCode($room, $this->holder(), $code);
        }
        $pass = $this->passOf($room);

        return $this->participant($room, $code === 'wrong' ? new Pass('wrong', $pass->invitedAs) : $pass, $name, $agreesToRecording);
    }

    /**
     * Gives what the person is known by who comes with an invitation; a browser without an account is known
     * again from now on, so that it counts once.
     */
    public function comingWithInvitation(): string
    {
        if (!is_user_logged_in()) {
            $this->guestCookie->idOrNew();
        }

        return $this->holder();
    }

    /** Lets this person in by an invitation from now on. */
    public function invite(StoredRoom $room, Invitation $invitation): void
    {
        $this->passes->giveForInvitation($room, $this->comingWithInvitation(), $invitation);
    }

    /** Tells whether this person has used an invitation, and it still holds. */
    public function isInvitedBy(StoredRoom $room, Invitation $invitation): bool
    {
        return $this->passOf($room)->invitationId === $invitation->id;
    }

    /** Gives a guest's name as meetings show it: what was typed, or what they typed last. */
    public function nameOr(string $typed): string
    {
        $name = self::plain($typed);

        return $name === '' ? $this->guestCookie->name() : $name;
    }

    /** Tells whether anything about this person differs from anybody else without an account. */
    public function isAnybody(): bool
    {
        return !is_user_logged_in() && $this->guestCookie->id() === null;
    }

    /** Tells whether anything makes a moderator of this person. */
    public function mayModerate(): bool
    {
        return Policies::current()->mayModerate(wp_get_current_user());
    }

    private function passOf(StoredRoom $room): Pass
    {
        return $this->passes->of($room, $this->holder());
    }

    private function holder(): string
    {
        return is_user_logged_in()
            ? 'wp' . get_current_blog_id() . '-' . get_current_user_id()
            : 'guest-' . ($this->guestCookie->id() ?? '');
    }

    private function participant(StoredRoom $room, Pass $pass, string $name, bool $agrees): Participant
    {
        $user = wp_get_current_user();
        $isUser = $user->exists();
        $ownName = $user->display_name === '' ? $user->user_login : $user->display_name;

        return AccessPolicy::participant($this->access->read($room->id), $room->forMeetings(), new Visitor(
            $this->holder(),
            $isUser ? self::plain($ownName) : $name,
            $isUser ? array_values($user->roles) : null,
            $isUser && current_user_can(Rights::LEAD, $room->id),
            $pass->code,
            $pass->invitedAs,
            $agrees ? 'given' : null,
            $this->mayModerate(),
        ));
    }

    private static function plain(string $name): string
    {
        return mb_substr(sanitize_text_field($name), 0, self::LONGEST_NAME);
    }
}
