<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Table;

/** Recordings that will come: their meeting is over, and the server does not list them yet. */
class ExpectedRecordings
{
    public function __construct(private readonly RecordingMapper $index, private readonly Clock $clock)
    {
    }

    /**
     * Notes that a recorded meeting of a room is over; the same may be heard more than once.
     *
     * @param string $recordID what the recording will be called; empty where the server did not say
     */
    public function expect(Room $room, string $recordID): void
    {
        if ($recordID === '' || !RecordingsKeeper::isId($recordID) || $this->index->find($room->getId(), $recordID) !== null) {
            return;
        }
        $recording = new Recording();
        $recording->setRoomId($room->getId());
        $recording->setRecordId($recordID);
        $recording->learn(['recordID' => $recordID, 'state' => 'expected', 'expectedSince' => $this->clock->now()]);
        Table::unlessTaken(fn (): Recording => $this->index->insert($recording));
    }
}
