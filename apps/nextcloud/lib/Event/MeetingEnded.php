<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Event;

use OCP\EventDispatcher\Event;

/** The meeting of a room is over; perhaps told more than once of the same meeting. */
final class MeetingEnded extends Event
{
    public function __construct(public readonly int $roomId, public readonly string $meetingID)
    {
        parent::__construct();
    }
}
