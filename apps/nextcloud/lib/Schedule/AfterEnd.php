<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\MeetingWatches;
use OCA\Bluebridge\Event\MeetingEnded;
use OCA\Bluebridge\Hooks\HookDesk;
use OCA\Bluebridge\Meeting\MeetingInfos;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCP\EventDispatcher\IEventDispatcher;

/**
 * What follows the end of a meeting. It comes at least once for each meeting that was live, also when the
 * process that saw the end died.
 */
class AfterEnd
{
    public function __construct(
        private readonly MeetingWatches $watches,
        private readonly MeetingInfos $infos,
        private readonly HookDesk $hooks,
        private readonly IEventDispatcher $events,
        private readonly Clock $clock,
    ) {
    }

    public function follow(PlannedMeeting $meeting): void
    {
        if ($meeting->createTime === 0) {
            return;
        }
        $this->hooks->remove($meeting->meetingID);
        // Nobody looks on any more at the meeting of a room that is gone.
        if ($meeting->roomId === 0) {
            return;
        }
        $this->watches->hint($meeting->meetingID, $this->clock->now());
        // Activity, recordings and the status of people follow what is seen, also when nobody has the page open.
        $this->infos->lookOn($meeting->meetingID, false);
        $this->events->dispatchTyped(new MeetingEnded($meeting->roomId, $meeting->meetingID));
    }
}
