<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/**
 * When the server is asked about a room again. `askAt` is in epoch ms, never before now.
 *
 * @phpstan-type Pace 'waiting'|'watching'|'hidden'|'idle'|'safety'
 * @phpstan-type StatusPlan array{askAt: int, reason: Pace|'first'|'event'|'backoff'|'retry_after'}
 */
final class StatusPolicy
{
    /**
     * Pauses between two calls about one room, ms. `shortest` holds always: 12 calls a minute.
     * `safety` is with webhooks that work: only in case an event gets lost.
     */
    public const PAUSES = [
        'shortest' => 5_000,
        'waiting' => 5_000,
        'watching' => 15_000,
        'hidden' => 15_000,
        'idle' => 300_000,
        'safety' => 60_000,
        'firstBackoff' => 5_000,
        'longestBackoff' => 300_000,
        'longestRetryAfter' => 600_000,
    ];

    /**
     * Decides when the server is asked about a room again. However many people wait, a room costs
     * at most 12 calls a minute; failures make the pauses longer, up to a bound, so it never stops.
     *
     * @param int $now epoch ms
     * @return StatusPlan
     */
    public static function plan(StatusState $state, int $now): array
    {
        if ($state->askedAt === null) {
            return ['askAt' => $now, 'reason' => 'first'];
        }
        // A clock that was set back must not put the next call far into the future.
        $askedAt = min($state->askedAt, $now);
        [$pause, $reason] = self::pause($state, $askedAt);

        return ['askAt' => max($now, $askedAt + $pause), 'reason' => $reason];
    }

    /** @return array{int, Pace|'event'|'backoff'|'retry_after'} */
    private static function pause(StatusState $state, int $askedAt): array
    {
        $retryAfter = min($state->retryAfter, self::PAUSES['longestRetryAfter']);
        if ($state->roomEventAt !== null && $state->roomEventAt > $askedAt && $retryAfter === 0) {
            return [self::PAUSES['shortest'], 'event'];
        }
        $pace = self::usualPace($state);
        $usual = self::PAUSES[$pace];
        $backoff = self::backoffOf($state->failures);

        return match (true) {
            $retryAfter > max($usual, $backoff) => [$retryAfter, 'retry_after'],
            $backoff > $usual => [$backoff, 'backoff'],
            default => [$usual, $pace],
        };
    }

    /** @return Pace */
    private static function usualPace(StatusState $state): string
    {
        $pace = $state->waiting > 0
            ? ($state->visible ? 'waiting' : 'hidden')
            : ($state->visible ? 'watching' : 'idle');

        return self::webhooksWork($state) && self::PAUSES[$pace] < self::PAUSES['safety'] ? 'safety' : $pace;
    }

    private static function webhooksWork(StatusState $state): bool
    {
        return $state->eventAt !== null && ($state->missedAt === null || $state->eventAt > $state->missedAt);
    }

    private static function backoffOf(int $failures): int
    {
        if ($failures <= 0) {
            return 0;
        }
        // The exponent is bounded, so that no number of failures overflows.
        $doubled = self::PAUSES['firstBackoff'] << min($failures - 1, 10);

        return min($doubled, self::PAUSES['longestBackoff']);
    }
}
