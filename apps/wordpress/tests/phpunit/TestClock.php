<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use Bluebridge\WordPress\Clock;

/** A clock that a test moves. Who sleeps gets up at once, later. */
final class TestClock implements Clock
{
    public function __construct(private int $now = 1_800_000_000_000)
    {
    }

    public function now(): int
    {
        return $this->now;
    }

    public function sleep(int $ms): void
    {
        $this->now += $ms;
    }
}
