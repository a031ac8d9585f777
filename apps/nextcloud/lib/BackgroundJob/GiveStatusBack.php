<?php

declare(strict_types=1);

namespace OCA\Bluebridge\BackgroundJob;

use OCA\Bluebridge\AppInfo\Application;
use OCA\Bluebridge\Db\InCallMapper;
use OCA\Bluebridge\Meeting\MeetingInfos;
use OCA\Bluebridge\Status\CallStatus;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\TimedJob;
use OCP\IAppConfig;

/**
 * Asks about meetings that nobody looks at while somebody's status says they are in: who has left, or
 * never arrived, gets their own status back.
 */
final class GiveStatusBack extends TimedJob
{
    private const EVERY_SECONDS = 300;

    /** Meetings of one run: each is one question. The next run goes on with the others. */
    private const MOST = 40;

    private const LAST = 'status_looked_at';

    public function __construct(
        ITimeFactory $time,
        private readonly InCallMapper $inCall,
        private readonly MeetingInfos $infos,
        private readonly CallStatus $status,
        private readonly IAppConfig $config,
    ) {
        parent::__construct($time);
        $this->setInterval(self::EVERY_SECONDS);
        $this->setTimeSensitivity(IJob::TIME_SENSITIVE);
        $this->setAllowParallelRuns(false);
    }

    /** @param mixed $argument */
    protected function run($argument): void
    {
        $after = $this->config->getValueString(Application::APP_ID, self::LAST, lazy: true);
        $meetings = $this->inCall->meetings($after, self::MOST);
        foreach ($meetings as $meetingID) {
            if (!$this->infos->lookOn($meetingID, false)->outcome->isKnown) {
                $this->status->lost($meetingID);
            }
        }
        $last = count($meetings) < self::MOST ? '' : $meetings[self::MOST - 1];
        if ($last !== $after) {
            $this->config->setValueString(Application::APP_ID, self::LAST, $last, lazy: true);
        }
    }
}
