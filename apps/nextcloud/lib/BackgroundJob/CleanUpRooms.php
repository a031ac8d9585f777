<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\Administration\CleanUp;
use OCA\Bluebridge\Recording\GoneRecordings;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/**
 * Once a day, archives calls that are over, archives and deletes rooms that nobody uses as far as an
 * administrator said so, and deletes the recordings of rooms that are gone.
 */
final class CleanUpRooms extends TimedJob
{
    private const DAY_SECONDS = 86_400;

    public function __construct(
        ITimeFactory $time,
        private readonly CleanUp $cleanUp,
        private readonly GoneRecordings $recordings,
    ) {
        parent::__construct($time);
        $this->setInterval(self::DAY_SECONDS);
        $this->setTimeSensitivity(IJob::TIME_INSENSITIVE);
        $this->setAllowParallelRuns(false);
    }

    /** @param mixed $argument */
    protected function run($argument): void
    {
        $this->cleanUp->go();
        $this->recordings->go();
    }
}
