<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;

/** Brings our index up to date: in the background, when a server calls, when somebody asks for it. */
final class RecordingsUpdate
{
    /** How many rooms share one question to the server. */
    private const ROOMS_PER_CALL = 25;

    /** Bounds one run of the task. */
    private const RUNS = 4;

    /** Longer than all pages of one question take, ms. */
    private const LEASE = 120_000;

    /** Bounds what somebody costs who asks for it again and again, ms. */
    private const NOT_AGAIN_WITHIN = 5_000;

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingServers $servers,
        private readonly RecordingIndex $index,
        private readonly RecordingLists $lists,
        private readonly IndexKeeper $keeper,
        private readonly SyncSchedule $schedule,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Asks about all rooms that are due, as many as one run takes.
     *
     * @return array{rooms: int, changes: int, failed: int}
     */
    public function run(): array
    {
        $sum = ['rooms' => 0, 'changes' => 0, 'failed' => 0];
        for ($runs = 0; $runs < self::RUNS; $runs++) {
            $ids = $this->lists->claimDue(self::ROOMS_PER_CALL, self::LEASE);
            if ($ids === []) {
                break;
            }
            foreach ($this->byServer($ids) as $server => $rooms) {
                $came = $this->keeper->compare((string) $server, $rooms);
                $sum['rooms'] += count($rooms);
                $sum['changes'] += $came['changes'];
                $sum['failed'] += $came['outcome'] === 'complete' ? 0 : count($rooms);
            }
        }
        $this->schedule->planNext();

        return $sum;
    }

    /** Lets all rooms be due, for a run that follows. */
    public function hastenAll(): void
    {
        $page = 1;
        do {
            $found = $this->rooms->search('', null, $page++, 100)['rooms'];
            foreach ($found as $room) {
                $this->lists->begin($room->id);
                $this->lists->hasten($room->id, $this->clock->now());
            }
        } while ($found !== []);
    }

    /** Asks about one room now, unless somebody does so already, or just did. */
    public function ask(StoredRoom $room): bool
    {
        $this->lists->begin($room->id);
        $list = $this->lists->get($room->id) ?? new RecordingList();
        $isCrowded = $list->readAt > 0 && $this->clock->now() - $list->readAt < self::NOT_AGAIN_WITHIN;
        if ($isCrowded || !$this->lists->claim($room->id, self::LEASE, $list)) {
            return false;
        }
        $this->keeper->compare($this->servers->idOf($room), [$room]);
        $this->schedule->planNext();

        return true;
    }

    /**
     * Hears that a recording is ready. What is believed is what the server answers to our own question,
     * so hearing the same twice changes nothing.
     *
     * @return 'known'|'unknown'|'later' whether the server has it; later when it was asked just before
     */
    public function ready(StoredRoom $room, string $recordID): string
    {
        if (!$this->ask($room)) {
            $this->schedule->hasten($room, $this->clock->now() + self::NOT_AGAIN_WITHIN);

            return isset($this->index->named($room->id, $recordID)?->indexed['facts']) ? 'known' : 'later';
        }
        $list = $this->lists->get($room->id);
        if ($list !== null && $list->failures > 0) {
            return 'later';
        }

        return isset($this->index->named($room->id, $recordID)?->indexed['facts']) ? 'known' : 'unknown';
    }

    /** Lets the server be asked in the background when what is known is old. Asks nobody now. */
    public function lookedAt(StoredRoom $room): void
    {
        $list = $this->lists->get($room->id);
        $isWaiting = $list !== null && $list->dueAt > 0 && $list->dueAt <= $this->clock->now();
        if ($isWaiting) {
            return;
        }
        $unfinished = array_map(static fn (Recording $each): array => $each->indexed, $this->index->unfinished($room->id));
        if (RecordingsPace::isStale($list, $unfinished, $this->clock->now())) {
            $this->schedule->hasten($room, $this->clock->now());
        }
    }

    /**
     * @param list<int> $ids
     * @return array<array-key, list<StoredRoom>>
     */
    private function byServer(array $ids): array
    {
        $rooms = [];
        foreach ($ids as $id) {
            $room = $this->rooms->find($id);
            if ($room === null) {
                // In the bin: what is known of it is kept until it is deleted for good.
                $this->lists->settle($id, null, 0, 0);
                continue;
            }
            $rooms[$this->servers->idOf($room)][] = $room;
        }

        return $rooms;
    }
}
