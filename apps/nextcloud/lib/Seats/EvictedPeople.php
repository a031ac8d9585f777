<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Schedule\ChatWords;
use OCP\IL10N;

/** Tells people in meetings beyond their time that others need the seats. */
class EvictedPeople
{
    private const MOST_TOLD = 10;

    /** Whoever opens a room waits meanwhile, ms. */
    private const BUDGET = 2_000;

    public function __construct(private readonly ChatWords $chatWords, private readonly Clock $clock)
    {
    }

    /**
     * Writes into the chats of our own meetings. The server ends them when it makes the new one, so this
     * comes before; it is a courtesy, and on a slow server not all of them get it.
     *
     * @param array<PlannedMeeting> $meetings
     */
    public function tell(Account $account, array $meetings): void
    {
        $ours = array_filter($meetings, static fn (PlannedMeeting $meeting): bool => $meeting->roomId > 0);
        $until = $this->clock->now() + self::BUDGET;
        foreach (array_slice($ours, 0, self::MOST_TOLD) as $meeting) {
            if ($this->clock->now() > $until) {
                return;
            }
            $this->chatWords->say($account, $meeting, static fn (IL10N $l10n): string => $l10n->t(
                'This meeting is beyond its planned end and ends now, because another one needs its seats.',
            ));
        }
    }
}
