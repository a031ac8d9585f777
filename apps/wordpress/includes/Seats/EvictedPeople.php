<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Schedule\ChatWords;

/** Tells people in meetings beyond their time that others need the seats. */
final class EvictedPeople
{
    private const MOST_TOLD = 10;

    public function __construct(private readonly ChatWords $chatWords)
    {
    }

    /**
     * Writes into the chats of our own meetings. It is a courtesy: nothing waits for it.
     *
     * @param array<PlannedMeeting> $meetings
     */
    public function tell(Account $account, array $meetings): void
    {
        $ours = array_filter($meetings, static fn (PlannedMeeting $meeting): bool => $meeting->roomId > 0);
        foreach (array_slice($ours, 0, self::MOST_TOLD) as $meeting) {
            $this->chatWords->say($account, $meeting, static fn (): string => __(
                'This meeting is beyond its planned end and ends now, because another one needs its seats.',
                'bluebridge',
            ));
        }
    }
}
