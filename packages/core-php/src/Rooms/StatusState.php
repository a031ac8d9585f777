<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

/** What is known of a room when deciding when to ask the server about it again. Times in epoch ms. */
final class StatusState
{
    /**
     * @param int $waiting people who wait to be let in
     * @param bool $visible somebody has the room's page open in front of them
     * @param int|null $askedAt when the server was last asked; null for never
     * @param int $failures failed calls in a row; 0 when the last one was answered
     * @param int $retryAfter how long the server asked to be left alone when it failed, ms
     * @param int|null $eventAt the last event of any room from this server; null when none ever came
     * @param int|null $roomEventAt the last event of this room: a reason to look
     * @param int|null $missedAt when asking found a change that no event had told: events do not arrive
     */
    public function __construct(
        public readonly int $waiting,
        public readonly bool $visible,
        public readonly ?int $askedAt = null,
        public readonly int $failures = 0,
        public readonly int $retryAfter = 0,
        public readonly ?int $eventAt = null,
        public readonly ?int $roomEventAt = null,
        public readonly ?int $missedAt = null,
    ) {
    }
}
