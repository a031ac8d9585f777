<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

/** When a read is tried again. */
final class RetryLimits
{
    /**
     * @param int $attempts requests for one call, the first included; 1 never repeats
     * @param int $withinMs no further request starts later than this after the first
     * @param int $maxPauseMs a server that asks for a longer pause is not asked again
     */
    public function __construct(
        public readonly int $attempts = 3,
        public readonly int $withinMs = 10_000,
        public readonly int $maxPauseMs = 10_000,
    ) {
    }
}
