<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * The recordings of a room for one person, as pages and the REST API show them. It asks no server.
 *
 * @phpstan-import-type Viewer from Viewers
 * @phpstan-import-type Reply from RecordingReplies
 * @phpstan-type Listing array{recordings: list<Reply>, total: int, unfinished: bool, readAt: int, isBehind: bool}
 */
final class RecordingsDesk
{
    public function __construct(
        private readonly RecordingSearch $search,
        private readonly RecordingLists $lists,
        private readonly RecordingReplies $replies,
    ) {
    }

    /**
     * Lists recordings.
     *
     * @param Viewer $viewer
     * @return Listing
     */
    public function list(StoredRoom $room, string $viewer, RecordingQuery $query): array
    {
        $found = $this->search->find($room->id, $viewer, $query);
        $shown = [];
        $isUnfinished = false;
        foreach ($found['recordings'] as $recording) {
            $reply = $this->replies->recording($room, $recording, $viewer);
            if ($reply !== null) {
                $shown[] = $reply;
                $isUnfinished = $isUnfinished || $recording->deletingSince > 0 || RecordingsPace::isUnfinished($recording->indexed);
            }
        }
        $list = $this->lists->get($room->id);

        return [
            'recordings' => $shown,
            'total' => $found['total'],
            'unfinished' => $isUnfinished,
            'readAt' => $list->readAt ?? 0,
            'isBehind' => ($list->failures ?? 0) > 0,
        ];
    }
}
