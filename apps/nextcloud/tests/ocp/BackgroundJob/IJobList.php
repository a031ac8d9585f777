<?php

declare(strict_types=1);

namespace OCP\BackgroundJob;

interface IJobList
{
    /**
     * @param IJob|class-string<IJob> $job
     * @param mixed $argument
     */
    public function add($job, $argument = null): void;

    /**
     * @param class-string<IJob> $job
     * @param mixed $argument
     */
    public function scheduleAfter(string $job, int $runAfter, $argument = null): void;

    /**
     * @param IJob|class-string<IJob> $job
     * @param mixed $argument
     */
    public function remove($job, $argument = null): void;

    /**
     * @param IJob|class-string<IJob> $job
     * @param mixed $argument
     */
    public function has($job, $argument): bool;
}
