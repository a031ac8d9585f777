<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms;

use Bluebridge\Core\Rooms\Recordings\RecordingFacts;

/**
 * What came of asking for the recordings of some rooms.
 *
 * @phpstan-import-type Facts from RecordingFacts
 */
final class RecordingsFetch
{
    /**
     * @param 'complete'|'partial'|'failed' $outcome `partial`: some pages or rooms are lacking;
     *     `failed`: nothing came
     * @param list<Facts> $recordings
     * @param list<string>|null $states states that were asked for; null for the server's own choice,
     *     published and unpublished
     * @param list<string>|null $meetingIDs rooms that were asked for; recordings of others are
     *     dropped; null for all rooms
     */
    public function __construct(
        public readonly string $outcome,
        public readonly array $recordings = [],
        public readonly ?array $states = null,
        public readonly ?array $meetingIDs = null,
    ) {
    }
}
