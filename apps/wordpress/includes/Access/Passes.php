<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Http\Cookies;
use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Remembers in a browser that somebody knew a code, or used an invitation: so a page that waits holds
 * neither, and pressing twice harms nobody. The site signs what it remembers, for one person and one
 * room. A code that was changed, an invitation that was revoked and time end it.
 */
final class Passes
{
    private const NAME = 'bluebridge_pass_';

    private const FORM = '/^(?<what>code-viewer|code-moderator|invitation-(?<id>\d{1,18}))\.(?<until>\d{1,12})\.(?<proof>[0-9a-f]{64})$/D';

    /** @var array<int, string> what was given with this request, by the rooms */
    private array $given = [];

    public function __construct(
        private readonly Cookies $cookies,
        private readonly AccessStore $store,
        private readonly Invitations $invitations,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Remembers which code somebody knew.
     *
     * @param 'viewer'|'moderator' $code
     */
    public function giveForCode(StoredRoom $room, string $holder, string $code): void
    {
        $this->give($room, $holder, "code-{$code}", 12 * HOUR_IN_SECONDS);
    }

    public function giveForInvitation(StoredRoom $room, string $holder, Invitation $invitation): void
    {
        $this->give($room, $holder, "invitation-{$invitation->id}", MONTH_IN_SECONDS);
    }

    /** Reads what is remembered of somebody, as far as it still holds. */
    public function of(StoredRoom $room, string $holder): Pass
    {
        $sent = $this->given[$room->id] ?? Sent::cookie(self::NAME . $room->id);
        if (preg_match(self::FORM, $sent, $found) !== 1 || (int) $found['until'] < intdiv($this->clock->now(), 1000)) {
            return new Pass();
        }
        if (!hash_equals($this->proofOf($room, $holder, $found['what'], (int) $found['until']), $found['proof'])) {
            return new Pass();
        }

        return match ($found['what']) {
            'code-viewer' => new Pass(code: 'viewer'),
            'code-moderator' => new Pass(code: 'moderator'),
            default => $this->invited($room, (int) $found['id']),
        };
    }

    private function invited(StoredRoom $room, int $id): Pass
    {
        $invitation = $this->invitations->find($room->id, $id);
        $holds = $invitation !== null && in_array($invitation->state($this->clock->now()), ['open', 'used_up'], true);

        return $holds ? new Pass(invitedAs: $invitation->role, invitationId: $id) : new Pass();
    }

    private function give(StoredRoom $room, string $holder, string $what, int $seconds): void
    {
        $until = intdiv($this->clock->now(), 1000) + $seconds;
        $this->given[$room->id] = "{$what}.{$until}." . $this->proofOf($room, $holder, $what, $until);
        $this->cookies->give(self::NAME . $room->id, $this->given[$room->id], $seconds);
    }

    private function proofOf(StoredRoom $room, string $holder, string $what, int $until): string
    {
        // With the hash of the code, so that another code makes an end of it.
        $code = match ($what) {
            'code-viewer' => $this->store->codeHash($room->id, 'viewer'),
            'code-moderator' => $this->store->codeHash($room->id, 'moderator'),
            default => '',
        };
        $about = [$room->meetingID, $holder, $what, (string) $until, $code];

        return hash_hmac('sha256', 'bluebridge pass ' . wp_json_encode($about), wp_salt('auth'));
    }
}
