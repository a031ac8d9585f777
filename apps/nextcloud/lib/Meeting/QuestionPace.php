<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\StatusPolicy;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\StatusState;

/** When the server may be asked about a meeting again: as `StatusPolicy` says, and never more often. */
final class QuestionPace
{
    private const MINUTE = 60_000;

    /** Longer than any answer, ms; whoever asked and said nothing by then has died. */
    private const ANSWER_TAKES = 10_000;

    /** Whoever waits says so every few seconds, ms. */
    public const WAITING_LASTS = 30_000;

    /**
     * Plans the next question for those who look on, epoch ms: never more than twelve in any minute,
     * whatever was asked out of turn.
     */
    public static function next(MeetingWatch $watch, int $now): int
    {
        $plan = StatusPolicy::plan(new StatusState(
            waiting: $watch->waitingAt > $now - self::WAITING_LASTS ? 1 : 0,
            visible: true,
            askedAt: $watch->askedAt === 0 ? null : $watch->askedAt,
            failures: $watch->failures,
            retryAfter: $watch->retryAfter,
            eventAt: $watch->heardAt === 0 ? null : $watch->heardAt,
            roomEventAt: $watch->eventAt === 0 ? null : $watch->eventAt,
            missedAt: $watch->missedAt === 0 ? null : $watch->missedAt,
        ), $now);

        return max($plan['askAt'], self::roomInMinute($watch, $now));
    }

    /** Tells when somebody who presses the button may have the server asked, trouble or not; epoch ms. */
    public static function atDoor(MeetingWatch $watch, int $now): int
    {
        if ($watch->askedAt === 0) {
            return $now;
        }

        return max(min($watch->askedAt, $now) + StatusPolicy::PAUSES['shortest'], self::roomInMinute($watch, $now));
    }

    /** Tells whether some request asks right now. */
    public static function isUnderWay(MeetingWatch $watch, int $now): bool
    {
        return $watch->askedAt > $watch->settledAt
            && $watch->askedAt <= $now
            && $now - $watch->askedAt < self::ANSWER_TAKES;
    }

    /** A clock that was set back makes the latest questions look as if they were to come. */
    private static function roomInMinute(MeetingWatch $watch, int $now): int
    {
        $past = array_values(array_filter($watch->recent, static fn (int $at): bool => $at <= $now));

        return count($past) < MeetingWatches::MOST_QUESTIONS ? 0 : $past[0] + self::MINUTE;
    }
}
