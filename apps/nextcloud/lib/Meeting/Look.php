<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Meeting;

/** What somebody who looks on is told, and when there may be more to tell. */
final class Look
{
    /** @param int $againIn ms from now */
    public function __construct(
        public readonly Outcome $outcome,
        public readonly int $againIn,
    ) {
    }
}
