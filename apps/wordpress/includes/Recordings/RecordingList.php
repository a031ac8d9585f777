<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

/** How our index of one room stands towards the server. Times are epoch ms, 0 for never. */
final class RecordingList
{
    /**
     * @param int $readAt when all recordings were last read
     * @param int $dueAt when the server is to be asked again without anybody looking
     * @param int $failures how often in a row the server could not be asked
     * @param int $endedAt when the last meeting was found over
     * @param int $version grows with every change that we make ourselves
     */
    public function __construct(
        public readonly int $readAt = 0,
        public readonly int $dueAt = 0,
        public readonly int $failures = 0,
        public readonly int $endedAt = 0,
        public readonly bool $isLive = false,
        public readonly int $version = 0,
    ) {
    }
}
