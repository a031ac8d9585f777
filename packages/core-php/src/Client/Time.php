<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** Time and chance, as a client needs them. */
interface Time
{
    /** Milliseconds from any start. */
    public function now(): float;

    public function sleep(int $ms): void;

    /** From 0 up to 1. */
    public function random(): float;
}
