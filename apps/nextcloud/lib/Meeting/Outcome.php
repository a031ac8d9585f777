<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;

/**
 * What people are told of a room's meeting: the meeting or that there is none, the reason why nothing
 * is known, or that nobody asked yet.
 *
 * @phpstan-import-type Info from Snapshot
 */
final class Outcome
{
    /** How long an answer stands in for one that got lost, ms. */
    private const STANDS_IN = 30_000;

    /** @param Info|null $info null for no meeting */
    private function __construct(
        public readonly bool $isKnown,
        public readonly ?array $info = null,
        public readonly ?BbbError $failure = null,
    ) {
    }

    /** Tells the outcome of the questions so far. One that failed after good ones is passed over. */
    public static function of(MeetingWatch $watch, int $now): self
    {
        $latest = max($watch->answeredAt, $watch->changedAt);
        $isFresh = $watch->snapshot !== null && $latest > $now - self::STANDS_IN;
        $failure = $watch->failures === 1 && $isFresh ? null : BbbError::tryFrom($watch->failureCode ?? '');

        return match (true) {
            $failure !== null => self::failed($failure),
            $watch->snapshot === null => self::unasked(),
            default => new self(true, Snapshot::read($watch->snapshot)),
        };
    }

    /** The same for somebody who enters now: nobody is sent on to a server that was not there a moment ago. */
    public static function atDoor(MeetingWatch $watch, int $now): self
    {
        $isGone = $watch->failureCode === BbbError::Unreachable->value;

        return $isGone ? self::failed(BbbError::Unreachable) : self::of($watch, $now);
    }

    /** Tells whether a meeting is known to run. */
    public function isOpen(): bool
    {
        return $this->info !== null && ($this->info['hasBeenForciblyEnded'] ?? false) !== true;
    }

    public static function failed(BbbError $failure): self
    {
        return new self(false, failure: $failure);
    }

    public static function unasked(): self
    {
        return new self(false);
    }
}
