<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Seats\Account;
use OCA\Bluebridge\Seats\Accounts;

/** Tells whether anything runs that ends meetings in time. */
class ScheduleHealth
{
    /** Nextcloud's cron comes every five minutes; what is due waits no longer than twice that. */
    private const LATE = 10 * 60_000;

    /** Without meetings nothing is late, but something that never runs is found out. */
    private const IDLE = 60 * 60_000;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly DueMeetings $due,
        private readonly Moments $moments,
        private readonly Clock $clock,
    ) {
    }

    /** @return 'good'|'never'|'stopped' */
    public function state(): string
    {
        $now = $this->clock->now();
        $next = $this->due->next($now);
        $lastRan = $this->moments->last(EndDue::RAN);
        $isLate = $next > 0 && $next < $now - self::LATE;

        return match (true) {
            $lastRan === 0 => 'never',
            $isLate, $lastRan < $now - self::IDLE => 'stopped',
            default => 'good',
        };
    }

    /** Tells whether meetings go on without it: other servers end them themselves. */
    public function isNeeded(): bool
    {
        $relies = array_filter($this->accounts->all(), static fn (Account $account): bool =>
            $account->server->has('reservesSeats') && !$account->server->has('supportsDurationEnd'));

        return $relies !== [];
    }
}
