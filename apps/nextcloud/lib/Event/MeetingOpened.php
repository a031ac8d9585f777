<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Event;

use OCA\Bluebridge\Db\Room;
use OCP\EventDispatcher\Event;

/** A meeting was opened in a room, by somebody who was there first or with others at once. */
final class MeetingOpened extends Event
{
    public function __construct(public readonly Room $room)
    {
        parent::__construct();
    }
}
