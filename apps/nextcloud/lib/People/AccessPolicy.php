<?php

declare(strict_types=1);

namespace OCA\Bluebridge\People;

use OCA\Bluebridge\Model\Role;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Participant;

/**
 * Decides as what somebody comes to a room: what their role, a code and a personal link make of them.
 * Whether they may enter then, or what is missing, the core says from that.
 *
 * - Owner, managers and moderators lead. Members are no guests, and no code is asked of them.
 * - A personal link stands for a code and for the moderators' approval, because somebody gave it on
 *   purpose.
 * - Everybody else is a guest, with an account or without: the room must let guests in, its lobby and
 *   its code are for them.
 */
final class AccessPolicy
{
    /** Describes a visitor as the core knows people. */
    public static function participant(Visitor $visitor): Participant
    {
        $leads = $visitor->role?->reaches(Role::Moderator) ?? false;
        $isExpected = $visitor->role !== null || $visitor->invitedAs !== null;

        return new Participant(
            $visitor->userID,
            $visitor->fullName,
            $leads || $visitor->invitedAs === 'moderator',
            isGuest: !$isExpected,
            // Who is expected may still know the moderators' code, and lead by it.
            code: $isExpected && $visitor->code !== 'moderator' ? 'viewer' : $visitor->code,
            recordingConsent: $visitor->recordingConsent,
        );
    }

    /** Tells whether somebody must log in before anything else. */
    public static function mustLogIn(bool $loginRequired, Visitor $visitor): bool
    {
        return $loginRequired && !$visitor->hasAccount;
    }
}
