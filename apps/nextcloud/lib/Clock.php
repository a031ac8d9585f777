<?php

declare(strict_types=1);

namespace OCA\Bluebridge;

use OCP\AppFramework\Utility\ITimeFactory;

/** The time in epoch ms, as the core counts it. */
class Clock
{
    public function __construct(private readonly ITimeFactory $time)
    {
    }

    public function now(): int
    {
        return (int) $this->time->now()->format('Uv');
    }

    public function sleep(int $ms): void
    {
        usleep($ms * 1000);
    }
}
