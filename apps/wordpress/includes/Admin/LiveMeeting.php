<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Meetings\Snapshot;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * A meeting that runs, as far as is known.
 *
 * @phpstan-import-type Info from Snapshot
 */
final class LiveMeeting
{
    /**
     * @param Info $info
     * @param int $knownAt epoch ms
     */
    public function __construct(
        public readonly StoredRoom $room,
        public readonly array $info,
        public readonly int $knownAt,
    ) {
    }
}
