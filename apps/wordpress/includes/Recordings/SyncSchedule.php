<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rooms\StoredRoom;

/** When WordPress is to ask the servers: each site has one task of its own for all its rooms. */
final class SyncSchedule
{
    /** Comes when the first room is due. */
    public const DUE = 'bluebridge_recordings_due';

    /** Comes every hour, should the other ever get lost. */
    public const HOURLY = 'bluebridge_recordings_hourly';

    public function __construct(private readonly RecordingLists $lists, private readonly Clock $clock)
    {
    }

    /** Lets a room be asked about at a time, unless it is so earlier. */
    public function hasten(StoredRoom $room, int $dueAt): void
    {
        $this->lists->begin($room->id);
        $this->lists->hasten($room->id, $dueAt);
        $this->wake($dueAt);
    }

    /** Plans the task for the room that is due next. */
    public function planNext(): void
    {
        $next = $this->lists->nextDue();
        if ($next > 0) {
            $this->wake($next);
        }
    }

    /** Keeps up the task that comes every hour. */
    public function keepUp(): void
    {
        if (wp_next_scheduled(self::HOURLY) === false) {
            wp_schedule_event(intdiv($this->clock->now(), 1000) + HOUR_IN_SECONDS, 'hourly', self::HOURLY);
        }
    }

    private function wake(int $dueAt): void
    {
        $at = intdiv($dueAt + 999, 1000);
        $planned = wp_next_scheduled(self::DUE);
        if ($planned !== false && $planned <= $at) {
            return;
        }
        if ($planned !== false) {
            // WordPress plans nothing twice within ten minutes.
            wp_unschedule_event($planned, self::DUE);
        }
        wp_schedule_single_event($at, self::DUE);
    }
}
