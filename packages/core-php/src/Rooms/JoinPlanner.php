<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * What to do for somebody who wants to enter a room. Waiting and refusing are answers, not errors;
 * `JoinReasons` tells what each means.
 *
 * `start`: create the meeting, then join it. `join`: join the live meeting. `wait`: ask again in a
 * moment. `role` and `guest` are for the `join` parameters of these names. The `nextWindow` of a
 * refusal is when the seats suffice; null: never, the room is larger than the account; absent: as
 * soon as a meeting in overtime ends.
 *
 * @phpstan-import-type SeatVerdict from SeatLedger
 * @phpstan-import-type SeatWindow from SeatLedger
 * @phpstan-type Entry array{role: 'MODERATOR'|'VIEWER', guest?: true}
 * @phpstan-type RefusedByHours array{kind: 'refuse', reason: 'not_yet_open', opensAt: int}|array{kind: 'refuse', reason: 'closed'}
 * @phpstan-type RefusedAtDoor array{kind: 'refuse', reason: 'banned'|'guests_not_allowed'|'code_required'|'code_wrong'}|RefusedByHours
 * @phpstan-type RefusedForConsent array{kind: 'refuse', reason: 'consent_required'|'consent_declined'}
 * @phpstan-type Start array{kind: 'start', role: 'MODERATOR'|'VIEWER', guest?: true}|array{kind: 'refuse', reason: 'seats_exhausted', nextWindow?: SeatWindow|null}|array{kind: 'refuse', reason: 'would_evict', meetings: list<string>}
 * @phpstan-type LiveJoin array{kind: 'join', role: 'MODERATOR'|'VIEWER', guest?: true}|array{kind: 'refuse', reason: 'full'}|array{kind: 'wait', reason: 'moderator_absent'}
 * @phpstan-type JoinPlan Start|LiveJoin|RefusedAtDoor|RefusedForConsent|array{kind: 'wait', reason: 'not_started'|'ending'}
 */
final class JoinPlanner
{
    /**
     * Decides how a participant enters a room: start, join, wait or refuse.
     *
     * What binds viewers (hours, codes, waiting) does not bind who leads; who is already in keeps a
     * seat; a meeting that is ending must be gone before a new one can start under the same
     * meetingID. Consent is asked before anybody waits, so that waiting people come in by
     * themselves.
     *
     * @param int $now epoch ms
     * @return JoinPlan
     */
    public static function plan(Room $room, Participant $participant, MeetingState $meeting, int $now): array
    {
        $leads = self::leadsIn($room, $participant);
        $refusal = self::refusalAtDoor($room, $participant, $leads, $now)
            ?? self::consentRefusal($room, $participant, $meeting);
        if ($refusal !== null) {
            return $refusal;
        }
        $entry = ['role' => $leads || $room->is('allJoinAsModerator') ? 'MODERATOR' : 'VIEWER'];
        if ($participant->isGuest && !$leads) {
            $entry['guest'] = true;
        }

        return match ($meeting->kind) {
            'ending' => ['kind' => 'wait', 'reason' => 'ending'],
            // Who needs approval cannot open: nobody would be in to approve, yet seats would be taken.
            'absent' => $leads || ($room->is('anyoneCanStart') && !self::needsApproval($room, $entry))
                ? self::planStart($participant, $meeting->seats, $leads, $entry)
                : ['kind' => 'wait', 'reason' => 'not_started'],
            'live' => self::planLiveJoin($room, $participant, $meeting, $leads, $entry),
        };
    }

    private static function leadsIn(Room $room, Participant $participant): bool
    {
        return $participant->isModerator
            || ($participant->code === 'moderator' && $room->is('hasModeratorCode'));
    }

    /** @param Entry $entry */
    private static function needsApproval(Room $room, array $entry): bool
    {
        return $room->is('guestApproval') && isset($entry['guest']);
    }

    /** @return RefusedAtDoor|null */
    private static function refusalAtDoor(Room $room, Participant $participant, bool $leads, int $now): ?array
    {
        if ($participant->isBanned) {
            return ['kind' => 'refuse', 'reason' => 'banned'];
        }
        if ($leads) {
            return null;
        }
        if ($participant->isGuest && !$room->is('guestsAllowed')) {
            return ['kind' => 'refuse', 'reason' => 'guests_not_allowed'];
        }
        $hasCodes = $room->is('hasViewerCode') || $room->is('hasModeratorCode');
        if ($hasCodes && $participant->code === 'wrong') {
            return ['kind' => 'refuse', 'reason' => 'code_wrong'];
        }
        if ($room->is('hasViewerCode') && $participant->code !== 'viewer') {
            return ['kind' => 'refuse', 'reason' => 'code_required'];
        }

        return self::refusalByHours($room, $now);
    }

    /** @return RefusedByHours|null */
    private static function refusalByHours(Room $room, int $now): ?array
    {
        $opensAt = $room->number('opensAt');
        if ($opensAt !== null && $now < $opensAt) {
            return ['kind' => 'refuse', 'reason' => 'not_yet_open', 'opensAt' => $opensAt];
        }
        $closesAt = $room->number('closesAt');

        return $closesAt !== null && $now >= $closesAt ? ['kind' => 'refuse', 'reason' => 'closed'] : null;
    }

    /** @return RefusedForConsent|null */
    private static function consentRefusal(Room $room, Participant $participant, MeetingState $meeting): ?array
    {
        // A meeting that is being recorded stays so even if the room was changed since it started.
        $mayRecord = $room->is('record') || $meeting->recording;
        if (!$mayRecord || !$room->is('recordingConsent') || $participant->recordingConsent === 'given') {
            return null;
        }
        $declined = $participant->recordingConsent === 'declined';

        return ['kind' => 'refuse', 'reason' => $declined ? 'consent_declined' : 'consent_required'];
    }

    /**
     * @param SeatVerdict|null $seats
     * @param Entry $entry
     * @return Start
     */
    private static function planStart(Participant $participant, ?array $seats, bool $leads, array $entry): array
    {
        if ($seats !== null && $seats['kind'] === 'short') {
            return ['kind' => 'refuse', 'reason' => 'seats_exhausted', 'nextWindow' => $seats['nextWindow']];
        }
        if ($seats !== null && $seats['kind'] === 'evicts' && !($leads && $participant->confirmsEviction)) {
            // Only who leads is asked whether to end somebody else's meeting.
            return $leads
                ? ['kind' => 'refuse', 'reason' => 'would_evict', 'meetings' => $seats['meetings']]
                : ['kind' => 'refuse', 'reason' => 'seats_exhausted'];
        }

        return ['kind' => 'start'] + $entry;
    }

    /**
     * @param Entry $entry
     * @return LiveJoin
     */
    private static function planLiveJoin(
        Room $room,
        Participant $participant,
        MeetingState $meeting,
        bool $leads,
        array $entry,
    ): array {
        if (self::isFull($room, $participant, $meeting, $leads)) {
            return ['kind' => 'refuse', 'reason' => 'full'];
        }
        $waits = $room->is('waitForModerator') && !$room->is('anyoneCanStart') && !$leads;
        if (($waits || self::needsApproval($room, $entry)) && $meeting->moderatorCount === 0) {
            return ['kind' => 'wait', 'reason' => 'moderator_absent'];
        }

        return ['kind' => 'join'] + $entry;
    }

    private static function isFull(Room $room, Participant $participant, MeetingState $meeting, bool $leads): bool
    {
        if ($meeting->maxUsers <= 0 || in_array($participant->userID, $meeting->userIDs, true)) {
            return false;
        }
        $kept = $leads ? 0 : max(0, ($room->number('seatsKeptForModerators') ?? 0) - $meeting->moderatorCount);

        return $meeting->participantCount >= $meeting->maxUsers - $kept;
    }
}
