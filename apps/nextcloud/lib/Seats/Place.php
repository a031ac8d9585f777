<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Db\Room;

/** A place that is kept for a room's next meeting. */
final class Place
{
    /**
     * @param int $id of what keeps it
     * @param int $minutes for how long; 0 for a meeting that may last
     */
    public function __construct(
        public readonly Room $room,
        public readonly int $id,
        public readonly int $minutes,
    ) {
    }
}
