<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * The sign of a room's seats by what is known of its meeting, for those who ask for nothing else.
 *
 * @phpstan-import-type SeatSign from SeatSigns
 */
final class SeatSignsNow
{
    public function __construct(private readonly SeatSigns $signs, private readonly MeetingWatches $watches)
    {
    }

    /** @return SeatSign */
    public function of(StoredRoom $room): array
    {
        return $this->signs->of($room, Snapshot::read($this->watches->read($room->meetingID)->snapshot));
    }
}
