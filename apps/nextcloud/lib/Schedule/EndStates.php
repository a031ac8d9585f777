<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\AccountSeats;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\EndState;

/** Puts what is known of a meeting, and of the account it is on, for the core's `EndPlan`. */
final class EndStates
{
    /**
     * @param list<PlannedMeeting> $open what has not ended on the account
     * @param int|null $extensionWanted minutes that somebody asks for now
     */
    public static function of(PlannedMeeting $meeting, Account $account, array $open, int $now, ?int $extensionWanted = null): EndState
    {
        $connections = $account->connections();
        $ends = $meeting->ends;

        return new EndState(
            (string) $meeting->id,
            $meeting->openedAt,
            self::endOf($meeting),
            $account->server,
            $meeting->people,
            $account->terms->grace(),
            $connections === null ? null : AccountSeats::of($open, $connections, $now),
            $extensionWanted,
            $meeting->warnedAt === 0 ? null : $meeting->warnedAt,
            $ends === null ? null : ['times' => $ends['times'], 'lastAt' => $ends['lastAt'], 'failed' => $ends['failed'] ?? false],
            $meeting->seen,
        );
    }

    /** Gives the end of a meeting: the planned one, or the moment at which somebody ended it; 0 for none. */
    public static function endOf(PlannedMeeting $meeting): int
    {
        return $meeting->plannedEndAt === 0 ? $meeting->ends['lastAt'] ?? 0 : $meeting->plannedEndAt;
    }
}
