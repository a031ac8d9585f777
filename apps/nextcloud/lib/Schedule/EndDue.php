<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Seats\Accounts;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCA\Bluebridge\Seats\SeatsSync;

/** Does what is due about meetings: whoever runs it, however often, and however many at once. */
class EndDue
{
    /** Name of the moment at which it last ran. */
    public const RAN = 'end_due';

    private const LONGEST_NAP = 10_000;

    /** More in a row is a defect. */
    private const MOST_ROUNDS = 100;

    private const KEPT_FOR = 90 * 24 * 60 * 60_000;

    public function __construct(
        private readonly Accounts $accounts,
        private readonly PlannedMeetings $planned,
        private readonly DueMeetings $due,
        private readonly MeetingEnding $ending,
        private readonly SeatsSync $sync,
        private readonly HookDesk $hooks,
        private readonly Moments $moments,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Does what is due now, and what will be due in a few seconds, such as looking whether a meeting is
     * gone that was just ended.
     *
     * @param int $budgetMs how long it may take
     */
    public function run(int $budgetMs): EndTally
    {
        $stopAt = $this->clock->now() + $budgetMs;
        $tally = new EndTally();
        $this->moments->note(self::RAN, $this->clock->now());
        $this->refreshAccounts();
        $rounds = 0;
        do {
            foreach ($this->due->list($this->clock->now()) as $meeting) {
                $this->proceed($meeting->id, $tally);
                if ($this->clock->now() >= $stopAt) {
                    break;
                }
            }
            $this->hooks->removeDue();
        } while (++$rounds < self::MOST_ROUNDS && $this->isWorthStaying($stopAt));
        $this->planned->forgetEnded($this->clock->now() - self::KEPT_FOR);
        $tally->nextAt = $this->due->next($this->clock->now());

        return $tally;
    }

    private function refreshAccounts(): void
    {
        foreach ($this->planned->openAccounts() as $key) {
            $account = $this->accounts->named($key);
            if ($account !== null) {
                $this->sync->refresh($account);
            }
        }
    }

    private function proceed(int $id, EndTally $tally): void
    {
        if (!$this->due->take($id, $this->clock->now())) {
            return;
        }
        $tally->looked++;
        $revision = -1;
        $dueAt = $this->clock->now();
        try {
            ['revision' => $revision, 'dueAt' => $dueAt] = $this->ending->proceed($id, $tally);
        } finally {
            $this->due->giveBack($id, $revision, $dueAt, $this->clock->now());
        }
    }

    /** Sleeps until the next thing is due, if that is soon. */
    private function isWorthStaying(int $stopAt): bool
    {
        $now = $this->clock->now();
        $next = $this->due->next($now);
        if ($next === 0 || $next > $now + self::LONGEST_NAP || max($now, $next) >= $stopAt) {
            return false;
        }
        if ($next > $now) {
            $this->clock->sleep($next - $now);
        }

        return true;
    }
}
