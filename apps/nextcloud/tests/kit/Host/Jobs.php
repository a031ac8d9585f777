<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Host;

use OCP\BackgroundJob\IJob;
use OCP\BackgroundJob\IJobList;

/** The jobs that wait to be done. */
final class Jobs implements IJobList
{
    /** @var list<array{string, mixed}> classes with their arguments */
    public array $waiting = [];

    public function add($job, $argument = null): void
    {
        $this->waiting[] = [$job instanceof IJob ? $job::class : (string) $job, $argument];
    }

    public function scheduleAfter(string $job, int $runAfter, $argument = null): void
    {
        $this->add($job, $argument);
    }

    public function remove($job, $argument = null): void
    {
        $class = $job instanceof IJob ? $job::class : (string) $job;
        $this->waiting = array_values(array_filter($this->waiting, static fn (array $each): bool => $each !== [$class, $argument]));
    }

    public function has($job, $argument): bool
    {
        return in_array([$job instanceof IJob ? $job::class : (string) $job, $argument], $this->waiting, true);
    }
}
