<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\DocumentMapper;
use OCA\Bluebridge\Db\LinkMapper;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\SessionMapper;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Notification\RoomNews;
use OCA\Bluebridge\Seats\PlannedMeetings;

/** What else is kept for a room and goes with it. */
class RoomLeftovers
{
    public function __construct(
        private readonly LinkMapper $links,
        private readonly RecordingMapper $recordings,
        private readonly DocumentMapper $documents,
        private readonly SessionMapper $sessions,
        private readonly RoomNews $news,
        private readonly PlannedMeetings $planned,
        private readonly HookDesk $hooks,
        private readonly Clock $clock,
    ) {
    }

    public function forget(Room $room): void
    {
        $this->links->forgetRoom($room->getId());
        $this->recordings->forgetRoom($room->getId());
        $this->documents->forgetRoom($room->getId());
        $this->sessions->forgetRoom($room->getId());
        $this->news->forget($room);
        $this->planned->forgetRoom($room->getId(), $this->clock->now());
        $this->hooks->remove($room->getMeetingId());
    }
}
