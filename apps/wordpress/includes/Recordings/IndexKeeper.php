<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsFetch;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsSync;

/**
 * Keeps our index as the servers have it. What a list of the server means, the core decides.
 *
 * @phpstan-import-type Indexed from RecordingsSync
 * @phpstan-import-type Change from RecordingsSync
 */
final class IndexKeeper
{
    /** What is listed for longer after it was to be deleted was not deleted, ms. */
    private const DELETING_LASTS = 900_000;

    public function __construct(
        private readonly RecordingServers $servers,
        private readonly RecordingIndex $index,
        private readonly RecordingLists $lists,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Compares the recordings of some rooms on one server, which the caller has claimed, with what it
     * says, by one question for all. What the server fails at is tried again later.
     *
     * @param list<StoredRoom> $rooms
     * @return array{changes: int, outcome: 'complete'|'partial'|'failed'}
     */
    public function compare(string $server, array $rooms): array
    {
        $seen = [];
        foreach ($rooms as $room) {
            $seen[$room->id] = $this->lists->get($room->id) ?? new RecordingList();
        }
        $fetched = $this->fetch($server, array_map(static fn (StoredRoom $room): string => $room->meetingID, $rooms));
        $changes = 0;
        foreach ($rooms as $room) {
            $isComplete = $fetched->outcome === 'complete';
            // Somebody changed a recording while we asked: what we were told may be older.
            if ($this->lists->get($room->id)?->version !== $seen[$room->id]->version) {
                $this->lists->settle($room->id, null, $seen[$room->id]->failures, $this->clock->now());
                continue;
            }
            $changes += $this->write($room, $server, $fetched);
            $this->settle($room, $seen[$room->id], $isComplete);
        }

        return ['changes' => $changes, 'outcome' => $fetched->outcome];
    }

    /**
     * Asks the server about one recording and writes down the answer; null when it does not list it.
     *
     * @throws BbbException when the server fails
     */
    public function lookAt(StoredRoom $room, string $recordID): ?Recording
    {
        $server = $this->servers->idOf($room);
        $facts = RecordingsSource::one($this->servers->client($server), $room->meetingID, $recordID);
        $this->lists->outdate($room->id);
        if ($facts === null) {
            return null;
        }
        $this->write($room, $server, new RecordingsFetch('partial', [$facts], meetingIDs: [$room->meetingID]));

        return $this->index->named($room->id, $recordID);
    }

    /** @param list<string> $meetingIDs */
    private function fetch(string $server, array $meetingIDs): RecordingsFetch
    {
        try {
            return RecordingsSource::all($this->servers->client($server), $meetingIDs);
        } catch (BbbException) {
            // A server that is not connected (any more).
            return new RecordingsFetch('failed');
        }
    }

    /** @return int how much changed */
    private function write(StoredRoom $room, string $server, RecordingsFetch $fetched): int
    {
        $key = $this->servers->key($server);
        // A list of one server says nothing about recordings on another.
        $known = array_values(array_filter(
            $this->index->ofRoom($room->id),
            static fn (Recording $recording): bool => $recording->server === $key,
        ));
        $scope = new RecordingsFetch($fetched->outcome, $fetched->recordings, $fetched->states, [$room->meetingID]);
        $indexed = array_map(static fn (Recording $recording): array => $recording->indexed, $known);
        $compared = RecordingsSync::compare($indexed, $scope, $this->clock->now());
        $this->index->rewrite($room->id, $key, $compared['index'], $compared['changes']);
        $this->endDeletions($room, $known, $compared['index'], $fetched->outcome === 'complete');
        $this->tell($room, $compared['changes']);

        return count($compared['changes']);
    }

    /**
     * What was to be deleted goes when the server lists it no more, and comes back when it still does.
     *
     * @param list<Recording> $known
     * @param list<Indexed> $index
     */
    private function endDeletions(StoredRoom $room, array $known, array $index, bool $isComplete): void
    {
        $missing = array_column($index, 'missingSince', 'recordID');
        foreach ($known as $recording) {
            $recordID = $recording->recordID();
            if ($recording->deletingSince === 0) {
                continue;
            }
            if ($isComplete && isset($missing[$recordID])) {
                $this->index->remove($room->id, $recordID);
            } elseif ($this->clock->now() - $recording->deletingSince > self::DELETING_LASTS) {
                $this->index->setDeleting($room->id, $recordID, 0);
            }
        }
    }

    /** @param list<Change> $changes */
    private function tell(StoredRoom $room, array $changes): void
    {
        foreach ($changes as $change) {
            $isReady = $change['kind'] === 'published' || ($change['kind'] === 'added' && $change['state'] === 'published');
            $recording = $isReady ? $this->index->named($room->id, $change['recordID']) : null;
            if ($recording !== null) {
                /**
                 * Fires when a recording of a room was published, as far as this site can tell.
                 *
                 * @param int $roomId
                 * @param int $recordingId
                 */
                do_action('bluebridge_recording_published', $room->id, $recording->id);
            }
        }
    }

    private function settle(StoredRoom $room, RecordingList $seen, bool $isComplete): void
    {
        $now = $this->clock->now();
        $failures = $isComplete ? 0 : $seen->failures + 1;
        $list = new RecordingList($now, 0, $failures, $seen->endedAt, $seen->isLive);
        $all = $this->index->ofRoom($room->id);
        $next = RecordingsPace::next($list, array_map(static fn (Recording $each): array => $each->indexed, $all), $now);
        $isDeleting = array_filter($all, static fn (Recording $each): bool => $each->deletingSince > 0) !== [];
        if ($isDeleting && $isComplete) {
            $next = $next === 0 ? $now + RecordingChanges::LOOK_AGAIN_AFTER : min($next, $now + RecordingChanges::LOOK_AGAIN_AFTER);
        }
        $this->lists->settle($room->id, $isComplete ? $now : null, $failures, $next);
    }
}
