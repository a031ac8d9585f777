<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Recording\RecordingsKeeper;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\QueuedJob;

/** Compares the recordings of one room with the server's, a while after something was heard of them. */
final class SyncRoom extends QueuedJob
{
    public function __construct(
        ITimeFactory $time,
        private readonly RoomMapper $rooms,
        private readonly RecordingsKeeper $keeper,
    ) {
        parent::__construct($time);
    }

    /** @param mixed $argument the id of the room */
    protected function run($argument): void
    {
        $room = is_int($argument) ? $this->rooms->find($argument) : null;
        if ($room !== null) {
            $this->keeper->sync([$room]);
        }
    }
}
