<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Errors\BbbException;
use Bluebridge\Core\Rooms\Seats\NumbersVerifier;
use Bluebridge\Core\Rooms\Seats\Reservation;
use Bluebridge\Core\Rooms\Seats\SeatRequest;

/**
 * The next thing to do about the end of a meeting, and when (epoch ms, never before now).
 *
 * `warn`: into the meeting's chat, or on the host's pages where the server cannot; `canExtend`
 * tells whether half an hour more can be offered. `extend`: move the planned end, in the host's
 * records and its seat ledger. `confirm`: read the meeting to see whether it is gone.
 *
 * @phpstan-type Ends array{times: int, lastAt: int, failed?: bool}
 * @phpstan-type Warning array{kind: 'warn', at: int, minutesLeft: int, by: 'chat'|'page', canExtend: bool}
 * @phpstan-type Extension array{kind: 'extend', at: int, plannedEndAt: int}|array{kind: 'deny_extension', at: int, reason: 'seats'|'server_ends'|'too_late'}
 * @phpstan-type EndOrConfirm array{kind: 'end', at: int, attempt: int}|array{kind: 'confirm', at: int}
 * @phpstan-type EndAction Warning|Extension|EndOrConfirm|array{kind: 'give_up', at: int, attempts: int}|array{kind: 'done'}
 */
final class EndPlan
{
    private const MINUTE = 60_000;

    /** Minutes before the planned end at which people are warned. */
    public const WARNINGS = [10, 2];

    /** What a warning offers, minutes. */
    public const OFFERED_EXTENSION = 30;

    /**
     * Pauses, ms. `serverEnds`: for a server that ends by itself; `confirm`: from `end` to the first
     * look, and from look to look; `endTakes`: until an `end` must show; `retry`: after an `end` that
     * failed, doubled each time.
     */
    public const PAUSES = ['serverEnds' => 60_000, 'confirm' => 5_000, 'endTakes' => 30_000, 'retry' => 10_000];

    public const ATTEMPTS = 5;

    /**
     * Decides what comes next on the way to a meeting's end: warn, extend, end, confirm by reading,
     * try again, at last give up. A server with `supportsDurationEnd` ends it; then it is only
     * checked. The account must be settled (`SeatLedger::settle`).
     *
     * @param int $now epoch ms
     * @return EndAction
     * @throws BbbException `invalid_params` for fewer people or a shorter grace than none, and an
     *     extension by less than a minute
     */
    public static function next(EndState $state, int $now): array
    {
        NumbersVerifier::verify('end_plan', [
            ['startedAt', $state->startedAt],
            ['plannedEndAt', $state->plannedEndAt],
            ['participantCount', $state->participantCount, 0],
            ['grace', $state->grace, 0],
            ['extensionWanted', $state->extensionWanted, 1],
            ['now', $now],
        ]);
        if ($state->read !== null && $state->read['meeting'] !== 'live') {
            return ['kind' => 'done'];
        }
        if ($state->extensionWanted !== null) {
            return self::answerExtension($state, $state->extensionWanted, $now);
        }
        if ($state->ends !== null) {
            return self::afterEnd($state, $state->ends, $now);
        }
        if ($state->server->has('supportsDurationEnd')) {
            return self::afterServersEnd($state, $now);
        }

        return self::nextWarning($state, $now)
            ?? ['kind' => 'end', 'at' => self::endAt($state, $now), 'attempt' => 1];
    }

    /** @return Extension */
    private static function answerExtension(EndState $state, int $minutes, int $now): array
    {
        if ($state->ends !== null) {
            return ['kind' => 'deny_extension', 'at' => $now, 'reason' => 'too_late'];
        }
        if ($state->server->has('supportsDurationEnd')) {
            return ['kind' => 'deny_extension', 'at' => $now, 'reason' => 'server_ends'];
        }
        // Who asks in the time of grace gets the minutes from now on.
        $plannedEndAt = max($state->plannedEndAt, $now) + $minutes * self::MINUTE;

        return self::seatsLast($state, $plannedEndAt, $now)
            ? ['kind' => 'extend', 'at' => $now, 'plannedEndAt' => $plannedEndAt]
            : ['kind' => 'deny_extension', 'at' => $now, 'reason' => 'seats'];
    }

    /** Tells whether the meeting's seats are nobody else's until a later end. */
    private static function seatsLast(EndState $state, int $until, int $now): bool
    {
        if ($state->account === null) {
            return true;
        }
        $isOwn = static fn (Reservation $each): bool => $each->meetingID === $state->meetingID;
        $own = array_values(array_filter($state->account->reservations, $isOwn))[0] ?? null;
        if ($own === null) {
            return false;
        }
        $seats = max($own->seats, $own->live ?? 0);
        $request = new SeatRequest($state->meetingID, $seats, max($state->plannedEndAt, $now), $until);

        return SeatLedger::verdict($state->account, $request)['kind'] === 'fits';
    }

    /** @return Warning|null */
    private static function nextWarning(EndState $state, int $now): ?array
    {
        // Nobody is in: nobody is warned.
        if ($state->participantCount === 0 || $now >= $state->plannedEndAt) {
            return null;
        }
        $mark = self::dueMark($state, $now);
        if ($mark === null) {
            return null;
        }
        $at = max($now, $mark);

        return [
            'kind' => 'warn',
            'at' => $at,
            'minutesLeft' => intdiv($state->plannedEndAt - $at + self::MINUTE - 1, self::MINUTE),
            'by' => $state->server->hasCall('sendChatMessage') ? 'chat' : 'page',
            'canExtend' => self::seatsLast($state, $state->plannedEndAt + self::OFFERED_EXTENSION * self::MINUTE, $now),
        ];
    }

    /** Finds the moment of the next warning. Of several that were missed only the last is made up for. */
    private static function dueMark(EndState $state, int $now): ?int
    {
        $marks = array_map(static fn (int $minutes): int => $state->plannedEndAt - $minutes * self::MINUTE, self::WARNINGS);
        $missed = array_filter($marks, static fn (int $mark): bool => $mark <= $now);
        $coming = array_filter($marks, static fn (int $mark): bool => $mark > $now);
        foreach ([...array_slice($missed, -1), ...$coming] as $mark) {
            if ($mark > $state->startedAt && ($state->warnedAt === null || $state->warnedAt < $mark)) {
                return $mark;
            }
        }

        return null;
    }

    private static function endAt(EndState $state, int $now): int
    {
        return max($now, $state->plannedEndAt + ($state->participantCount === 0 ? 0 : $state->grace));
    }

    /** @return EndOrConfirm */
    private static function afterServersEnd(EndState $state, int $now): array
    {
        $endsBy = $state->plannedEndAt + self::PAUSES['serverEnds'];
        if ($state->read === null || $state->read['at'] < $endsBy) {
            return ['kind' => 'confirm', 'at' => max($now, $endsBy)];
        }

        return ['kind' => 'end', 'at' => $now, 'attempt' => 1];
    }

    /**
     * @param Ends $ends
     * @return EndOrConfirm|array{kind: 'give_up', at: int, attempts: int}
     */
    private static function afterEnd(EndState $state, array $ends, int $now): array
    {
        $readAt = $state->read['at'] ?? null;
        if ($readAt !== null && $readAt < $ends['lastAt']) {
            $readAt = null;
        }
        $failed = $ends['failed'] ?? false;
        $shown = $readAt !== null && $readAt >= $ends['lastAt'] + self::PAUSES['endTakes'];
        if (!$failed && !$shown) {
            // Ending takes a while to show: a live meeting seen at once does not mean that it failed.
            return ['kind' => 'confirm', 'at' => max($now, ($readAt ?? $ends['lastAt']) + self::PAUSES['confirm'])];
        }
        if ($ends['times'] >= self::ATTEMPTS) {
            return ['kind' => 'give_up', 'at' => $now, 'attempts' => $ends['times']];
        }
        $pause = $failed ? self::PAUSES['retry'] << max(0, $ends['times'] - 1) : 0;

        return ['kind' => 'end', 'at' => max($now, $ends['lastAt'] + $pause), 'attempt' => $ends['times'] + 1];
    }
}
