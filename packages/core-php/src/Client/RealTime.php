<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** Time that passes by itself. */
final class RealTime implements Time
{
    public function now(): float
    {
        return hrtime(true) / 1e6;
    }

    public function sleep(int $ms): void
    {
        usleep($ms * 1000);
    }

    public function random(): float
    {
        return mt_rand() / (mt_getrandmax() + 1);
    }
}
