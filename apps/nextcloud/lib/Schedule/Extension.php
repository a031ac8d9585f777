<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\EndPlan;

/** Moves the planned end of a room's meeting by half an hour, if its seats are nobody else's until then. */
class Extension
{
    private const MOST_TRIES = 20;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Extends what runs in a room now.
     *
     * @return int|'nothing'|'seats'|'server_ends'|'too_late' the new planned end, epoch ms, or why there
     *     is none; `nothing` when no meeting has a planned end
     */
    public function of(int $roomId): int|string
    {
        for ($tries = 0; $tries < self::MOST_TRIES; $tries++) {
            $own = $this->planned->openIn($roomId);
            if ($own === null || $own->state !== 'live' || EndStates::endOf($own) === 0) {
                return 'nothing';
            }
            $account = $this->accounts->named($own->account);
            if ($account === null) {
                return 'nothing';
            }
            $turn = $this->planned->lastTurn($own->account) + 1;
            $now = $this->clock->now();
            $state = EndStates::of($own, $account, $this->planned->open($own->account), $now, EndPlan::OFFERED_EXTENSION);
            $action = EndPlan::next($state, $now);
            if ($action['kind'] === 'deny_extension') {
                return $action['reason'];
            }
            if ($action['kind'] !== 'extend') {
                return 'nothing';
            }
            $plannedEndAt = $action['plannedEndAt'];
            $changes = ['planned_end_at' => $plannedEndAt, 'due_at' => $now];
            if ($this->planned->promise($own, $turn, $changes) !== null) {
                return $plannedEndAt;
            }
            // Somebody got seats meanwhile, or the meeting is being ended: look anew.
        }

        return 'too_late';
    }
}
