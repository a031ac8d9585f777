<?php

declare(strict_types=1);

namespace Bluebridge\WordPress;

/** Tells the time, and lets it pass. */
interface Clock
{
    /** Epoch ms. */
    public function now(): int;

    public function sleep(int $ms): void;
}
