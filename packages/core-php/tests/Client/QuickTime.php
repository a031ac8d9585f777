<?php

declare(strict_types=1);

namespace Bluebridge\Core\Tests\Client;

use Bluebridge\Core\Client\Time;

/** Time that passes only by waiting; chance that is always the middle. */
final class QuickTime implements Time
{
    /** @var list<int> */
    public array $pauses = [];

    public float $at = 0;

    public function now(): float
    {
        return $this->at;
    }

    public function sleep(int $ms): void
    {
        $this->pauses[] = $ms;
        $this->at += $ms;
    }

    public function random(): float
    {
        return 0.5;
    }
}
