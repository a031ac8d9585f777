<?php

declare(strict_types=1);

namespace OCP\BackgroundJob;

abstract class TimedJob extends Job
{
    protected int $interval = 0;

    protected int $timeSensitivity = IJob::TIME_SENSITIVE;

    public function setInterval(int $seconds)
    {
        $this->interval = $seconds;
    }

    public function setTimeSensitivity(int $sensitivity): void
    {
        $this->timeSensitivity = $sensitivity;
    }

    final public function start(IJobList $jobList): void
    {
        if ($this->time->getTime() - $this->lastRun > $this->interval) {
            $this->run($this->argument);
        }
    }
}
