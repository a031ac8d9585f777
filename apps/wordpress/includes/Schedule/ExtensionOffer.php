<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Seats\PlannedMeeting;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\EndPlan;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\SettingTable;

/**
 * By how much a meeting can be extended: half an hour, or less where an administrator has said how long
 * meetings are. From its beginning, none gets longer than a room may say.
 */
final class ExtensionOffer
{
    private const MINUTE = 60_000;

    /** Gives the minutes that one extension brings; 0 when the meeting is as long as it may get. */
    public static function of(PlannedMeeting $meeting, int $now): int
    {
        $longest = min([SettingTable::ALL['durationMinutes']['max'], Policies::current()->most()['durationMinutes'] ?? PHP_INT_MAX]);
        // Who asks in the time of grace gets the minutes from then on.
        $from = max(EndStates::endOf($meeting), $now);
        $left = intdiv($meeting->openedAt + $longest * self::MINUTE - $from, self::MINUTE);

        return max(0, min(EndPlan::OFFERED_EXTENSION, $left));
    }
}
