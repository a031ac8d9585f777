<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use RuntimeException;

/** Somebody tried too often and is to wait. */
final class TooManyTries extends RuntimeException
{
    /** @param int $retryAfter seconds, at least one */
    public function __construct(public readonly int $retryAfter)
    {
        parent::__construct('Too many tries.');
    }
}
