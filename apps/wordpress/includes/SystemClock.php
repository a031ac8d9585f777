<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

/** The time of this machine. */
final class SystemClock implements Clock
{
    public function now(): int
    {
        return (int) floor(microtime(true) * 1000);
    }

    public function sleep(int $ms): void
    {
        usleep($ms * 1000);
    }
}
