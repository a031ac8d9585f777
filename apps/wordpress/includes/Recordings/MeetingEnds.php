<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Notices, from what is said about meetings anyway, that a recorded one has ended: its recording is then
 * expected.
 */
final class MeetingEnds
{
    /** Soon enough for whoever waits, late enough for the server to have begun, ms. */
    private const SOON = 20_000;

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingServers $servers,
        private readonly RecordingIndex $index,
        private readonly RecordingLists $lists,
        private readonly SyncSchedule $schedule,
        private readonly Clock $clock,
    ) {
    }

    /** Notes that a meeting was opened in a room: it may be recorded. */
    public function opened(int $roomId): void
    {
        $room = $this->rooms->find($roomId);
        if ($room !== null && $room->forMeetings()->is('record')) {
            $this->schedule->hasten($room, $this->clock->now() + RecordingsPace::WHILE_LIVE);
        }
    }

    /** Notes that the meeting of a room is over; the same may be heard more than once. */
    public function over(int $roomId): void
    {
        $room = $this->rooms->find($roomId);
        if ($room !== null) {
            $this->ended($room);
        }
    }

    /**
     * Notes what a server said of a meeting.
     *
     * @param string $recordID what its recording would be called; empty when there is no meeting (any more)
     */
    public function seen(StoredRoom $room, string $recordID, bool $isRecorded): void
    {
        if ($recordID !== '') {
            // The next meeting may begin before anybody has seen the end of the last one.
            $this->ended($room, $recordID);
            $this->lists->noteLive($room->id, $recordID, $isRecorded);

            return;
        }
        $this->ended($room);
    }

    private function ended(StoredRoom $room, string $except = ''): void
    {
        $ended = $this->lists->noteEnded($room->id, $except);
        if ($ended === null) {
            return;
        }
        $now = $this->clock->now();
        if ($ended['isRecorded']) {
            $this->index->expect($room->id, $this->servers->key($this->servers->idOf($room)), $ended['recordID'], $now);
        }
        $this->schedule->hasten($room, $now + self::SOON);
    }
}
