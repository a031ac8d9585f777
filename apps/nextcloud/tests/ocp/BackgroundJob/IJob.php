<?php

declare(strict_types=1);

namespace OCP\BackgroundJob;

interface IJob
{
    public const TIME_INSENSITIVE = 0;
    public const TIME_SENSITIVE = 1;

    public function start(IJobList $jobList): void;
}
