<?php

declare(strict_types=1);

namespace OCP\BackgroundJob;

abstract class QueuedJob extends Job
{
    final public function start(IJobList $jobList): void
    {
        $jobList->remove($this, $this->argument);
        $this->run($this->argument);
    }
}
