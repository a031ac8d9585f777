<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

/** A meeting that is about to be opened. Times in epoch ms. */
final class NewMeeting
{
    /**
     * How long a `create` may take until its meeting counts as never opened, ms: longer than the client
     * waits for both of its tries and the looks between them.
     */
    public const OPENING_TAKES = 3 * 60_000;

    /** @param int $plannedEndAt 0 for a meeting that may last */
    public function __construct(
        public readonly int $roomId,
        public readonly string $meetingID,
        public readonly string $locale,
        public readonly int $openedAt,
        public readonly int $plannedEndAt,
        public readonly int $seats,
    ) {
    }
}
