<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

/** A meeting that wants seats. Its own reservation, if there is one, does not stand in its way. */
final class SeatRequest
{
    /**
     * @param int $from epoch ms
     * @param int $until epoch ms
     */
    public function __construct(
        public readonly string $meetingID,
        public readonly int $seats,
        public readonly int $from,
        public readonly int $until,
    ) {
    }
}
