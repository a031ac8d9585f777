<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Participant;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\Room;

/**
 * Decides as what somebody comes to a room: what the site's roles, a code, an invitation and an account
 * make of them. Whether they may enter then, or what is missing, the core says from that.
 *
 * - Who leads the room, and roles that say so, are moderators.
 * - A viewer code is asked of everybody else; a moderator code makes a moderator of who knows it.
 * - An invitation stands for an account and a code: who has one comes in as it says.
 * - Where everybody must log in, codes and invitations of people without an account count for nothing.
 * - Roles that stay out come in with an invitation or as moderators by code, and not otherwise.
 * - Where an administrator wants people to wait for a moderator, codes, invitations and roles make one
 *   only of who may have rooms. Everybody else comes in by them as a viewer.
 * - Approval concerns guests. Where guests come in with an invitation only, it is their approval.
 */
final class AccessPolicy
{
    /** Describes a visitor as the core knows people. */
    public static function participant(AccessSettings $access, Room $room, Visitor $visitor): Participant
    {
        $hasAccount = $visitor->roles !== null;
        $counts = $hasAccount || !$access->loginRequired;
        $invitedAs = $counts ? $visitor->invitedAs : null;
        $code = $counts ? $visitor->code : null;
        $standing = $hasAccount ? $access->standingOf($visitor->roles) : 'viewer';
        $isMade = $visitor->leads || $standing === 'moderator' || $invitedAs === 'moderator';
        $isModerator = $isMade && $visitor->mayModerate;
        $mayTryCode = $visitor->mayModerate && self::answersCode($room, $code);
        if ($code === 'moderator' && !$visitor->mayModerate) {
            $code = 'viewer';
        }

        return new Participant(
            $visitor->userID,
            $visitor->fullName,
            $isModerator,
            isGuest: !$hasAccount && ($invitedAs === null || $room->is('guestsAllowed')),
            isBanned: $standing === 'none' && !$isModerator && $invitedAs === null && !$mayTryCode,
            code: $invitedAs !== null ? $code ?? 'viewer' : $code,
            recordingConsent: $visitor->recordingConsent,
        );
    }

    /** Who stays out may still try the code of moderators, and is told when it was wrong. */
    private static function answersCode(Room $room, ?string $code): bool
    {
        return $room->is('hasModeratorCode') && ($code === 'moderator' || $code === 'wrong');
    }
}
