<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\Schedule\EndDue;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;

/** Warns people in meetings that end soon, and ends those whose time has come, each time that jobs run. */
final class EndMeetings extends TimedJob
{
    private const MINUTE_SECONDS = 60;

    /** Other jobs wait meanwhile, ms. */
    private const BUDGET = 20_000;

    public function __construct(
        ITimeFactory $time,
        private readonly EndDue $endDue,
    ) {
        parent::__construct($time);
        $this->setInterval(self::MINUTE_SECONDS);
        $this->setTimeSensitivity(IJob::TIME_SENSITIVE);
    }

    /** @param mixed $argument */
    protected function run($argument): void
    {
        $this->endDue->run(self::BUDGET);
    }
}
