<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\Recording\RecordingsRound;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Compares the recordings of all rooms with the server's each night, so that nothing is missed for long. */
final class SyncRecordings extends TimedJob
{
    private const DAY_SECONDS = 86_400;

    public function __construct(
        ITimeFactory $time,
        private readonly RecordingsRound $round,
    ) {
        parent::__construct($time);
        $this->setInterval(self::DAY_SECONDS);
        $this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
        $this->setAllowParallelRuns(false);
    }

    /** @param mixed $argument */
    protected function run($argument): void
    {
        $this->round->go();
    }
}
