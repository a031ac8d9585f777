<?php

declare(strict_types=1);

namespace OCP\BackgroundJob;

use OCP\AppFramework\Utility\ITimeFactory;

abstract class Job implements IJob
{
    private bool $allowParallelRuns = true;

    /** @var mixed */
    protected $argument;

    protected int $lastRun = 0;

    public function __construct(protected ITimeFactory $time)
    {
    }

    public function start(IJobList $jobList): void
    {
        $this->run($this->argument);
    }

    /** @param mixed $argument */
    public function setArgument($argument)
    {
        $this->argument = $argument;
    }

    final public function setLastRun(int $lastRun)
    {
        $this->lastRun = $lastRun;
    }

    public function setAllowParallelRuns(bool $allow): void
    {
        $this->allowParallelRuns = $allow;
    }

    public function getAllowParallelRuns(): bool
    {
        return $this->allowParallelRuns;
    }

    /** @param mixed $argument */
    abstract protected function run($argument);
}
