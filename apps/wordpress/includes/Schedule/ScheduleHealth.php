<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Seats\Accounts;

/** Tells whether anything runs that ends meetings in time, for Site Health and the screen of seats. */
final class ScheduleHealth
{
    /** While meetings run it runs each minute; hosts' crons may come every five. */
    private const BUSY = 6 * 60_000;

    /** Without meetings once an hour is enough. */
    private const IDLE = 3 * 60 * 60_000;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly DueMeetings $due,
        private readonly Moments $moments,
        private readonly Clock $clock,
    ) {
    }

    /** @return array{status: 'good'|'recommended'|'critical', label: string, description: string} */
    public function check(): array
    {
        $now = $this->clock->now();
        $next = $this->due->next($now);
        $isLate = $next > 0 && $next < $now - self::BUSY;
        $lastRan = $this->moments->last(EndDue::RAN);
        if (!$isLate && $lastRan > $now - self::IDLE) {
            return [
                'status' => 'good',
                'label' => __('Meetings are ended in time', 'bluebridge'),
                'description' => __('The scheduler that warns people and ends meetings runs.', 'bluebridge'),
            ];
        }

        return [
            // Other servers end meetings themselves.
            'status' => $this->isNeeded() ? 'critical' : 'recommended',
            'label' => __('Nothing ends meetings in time', 'bluebridge'),
            'description' => $lastRan === 0
                ? __('The scheduler that warns people and ends meetings has not run yet.', 'bluebridge') . ' ' . self::advice()
                : __('The scheduler that warns people and ends meetings has stopped.', 'bluebridge') . ' ' . self::advice(),
        ];
    }

    private function isNeeded(): bool
    {
        foreach ($this->accounts->all() as $account) {
            if ($account->server->has('reservesSeats') && !$account->server->has('supportsDurationEnd')) {
                return true;
            }
        }

        return false;
    }

    private static function advice(): string
    {
        return defined('DISABLE_WP_CRON') && constant('DISABLE_WP_CRON') === true
            ? __(
                'WP-Cron is switched off: let the cron of your host ask the address under Rooms › Seats and time once a minute.',
                'bluebridge',
            )
            : __(
                'Check that WP-Cron runs, or let the cron of your host ask the address under Rooms › Seats and time once a minute.',
                'bluebridge',
            );
    }
}
