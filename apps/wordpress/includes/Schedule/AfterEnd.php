<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Hooks\HookDesk;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Seats\PlannedMeeting;

/**
 * What follows the end of a meeting. It comes at least once for each meeting that was live, also when the
 * process that saw the end died.
 */
final class AfterEnd
{
    public function __construct(
        private readonly MeetingWatches $watches,
        private readonly HookDesk $hooks,
        private readonly Clock $clock,
    ) {
    }

    public function follow(PlannedMeeting $meeting): void
    {
        if ($meeting->createTime === 0) {
            return;
        }
        $this->forgetPeople($meeting);
        $this->watches->hint($meeting->meetingID, $this->clock->now());
        $this->hooks->remove($meeting->meetingID);
        /**
         * Fires when a room's meeting is over; perhaps more than once for the same meeting.
         *
         * @param int $roomId
         */
        do_action('bluebridge_meeting_ended', $meeting->roomId);
    }

    /** What was last known of the meeting names who was in, and perhaps nobody looks at it again for long. */
    private function forgetPeople(PlannedMeeting $meeting): void
    {
        $snapshot = $this->watches->read($meeting->meetingID)->snapshot;
        $info = Snapshot::read($snapshot);
        if ($snapshot !== null && $info !== null && $info['createTime'] === $meeting->createTime) {
            $this->watches->over($meeting->meetingID, $this->clock->now(), $snapshot);
        }
    }
}
