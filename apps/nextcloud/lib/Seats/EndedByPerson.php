<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Clock;

/** Notes that somebody had the server end a meeting: its seats are free in a moment. */
class EndedByPerson
{
    /** From an `end` to the first look at what became of it, ms. */
    private const FIRST_LOOK = 5_000;

    public function __construct(private readonly PlannedMeetings $planned, private readonly Clock $clock)
    {
    }

    public function note(int $roomId): void
    {
        // The schedule may change the meeting at the same moment.
        for ($tries = 0; $tries < 3; $tries++) {
            $meeting = $this->planned->openIn($roomId);
            if ($meeting === null) {
                return;
            }
            $now = $this->clock->now();
            $ends = ['times' => ($meeting->ends['times'] ?? 0) + 1, 'lastAt' => $now, 'byPerson' => true];
            $changes = ['ends' => json_encode($ends, JSON_THROW_ON_ERROR), 'due_at' => $now + self::FIRST_LOOK];
            if ($this->planned->change($meeting, $changes) !== null) {
                return;
            }
        }
    }
}
