<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Catalogue\Bytes;

/**
 * What a meeting shows from the start.
 *
 * @phpstan-type Document array{name: string, content: Bytes}|array{url: string, filename: string}
 */
interface MeetingDocuments
{
    /** @return list<Document> of a room, in order */
    public function of(StoredRoom $room): array;
}
