<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\Table;
use OCA\Bluebridge\Hooks\AfterAnswer;
use OCA\Bluebridge\Notification\RoomNews;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\Recordings\RecordingFacts;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingsFetch;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingsSync;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RecordingView;
use OCA\Bluebridge\Words\RecordingWords;

/**
 * Keeps our index as the server has it. What a list of the server means, the core decides.
 *
 * @phpstan-import-type Facts from RecordingFacts
 * @phpstan-import-type Indexed from RecordingsSync
 */
class RecordingsKeeper
{
    public const STATES = ['processing', 'processed', 'published', 'unpublished'];

    /** More than any sensible group of rooms has; beyond it the list is not complete. */
    private const MOST = 5_000;

    /** Ids become parts of keys; whatever is sent as one, these are all there are. */
    private const ID = '/^[\x21-\x7E]{1,190}$/D';

    /** How long after its meeting people are told of a recording, ms. */
    private const NEWS_FOR = 7 * 86_400_000;

    /** How old the index of a room may be when somebody looks at it, ms. */
    private const FRESH_FOR = 60_000;

    public function __construct(
        private readonly Servers $servers,
        private readonly RecordingMapper $index,
        private readonly RecordingWords $words,
        private readonly RoomNews $news,
        private readonly AfterAnswer $afterAnswer,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Asks the server about the recordings of a room, if nobody has a moment ago. Whoever looks does not
     * wait for it.
     *
     * @return bool whether there may be something new soon
     */
    public function refresh(Room $room): bool
    {
        $now = $this->clock->now();
        $isDue = $this->index->claim($room->getId(), $now, $now - self::FRESH_FOR);
        if ($isDue) {
            $this->afterAnswer->do(function () use ($room): void {
                $this->sync([$room]);
            });
        }

        return $isDue;
    }

    /**
     * Compares the recordings of some rooms with what their servers say, by one question for all rooms
     * of a server. What a server fails at is tried again later.
     *
     * @param list<Room> $rooms
     * @return int how much changed
     */
    public function sync(array $rooms): int
    {
        $byServer = [];
        foreach ($rooms as $room) {
            $byServer[$this->servers->serverOf($room->getMeetingId())][] = $room;
        }
        $changes = 0;
        foreach ($byServer as $server => $some) {
            $fetched = $this->fetch($server, array_map(static fn (Room $room): string => $room->getMeetingId(), $some));
            foreach ($some as $room) {
                $changes += $this->write($room, $fetched);
            }
        }

        return $changes;
    }

    /**
     * Asks the server about one recording and writes down the answer; null when it does not list it.
     *
     * @throws BbbException when the server fails
     */
    public function lookAt(Room $room, string $recordID): ?Recording
    {
        $reply = $this->servers->clientOf($room->getMeetingId())->call('getRecordings', ['recordID' => [$recordID], 'state' => self::STATES]);
        foreach (is_array($reply['recordings'] ?? null) ? $reply['recordings'] : [] as $facts) {
            // Servers match ids by their beginning.
            $isIt = is_array($facts) && ($facts['recordID'] ?? '') === $recordID && ($facts['meetingID'] ?? '') === $room->getMeetingId();
            if ($isIt && self::isStorable($facts)) {
                $this->write($room, new RecordingsFetch('partial', [$facts], meetingIDs: [$room->getMeetingId()]));

                return $this->index->find($room->getId(), $recordID);
            }
        }

        return null;
    }

    public static function isId(string $recordID): bool
    {
        return preg_match(self::ID, $recordID) === 1;
    }

    /** @param list<string> $meetingIDs */
    private function fetch(string $server, array $meetingIDs): RecordingsFetch
    {
        $found = [];
        try {
            foreach ($this->servers->client(null, $server)->recordings(['meetingID' => $meetingIDs, 'state' => self::STATES]) as $facts) {
                if (count($found) === self::MOST) {
                    return new RecordingsFetch('partial', $found, self::STATES, $meetingIDs);
                }
                if (self::isStorable($facts)) {
                    $found[] = $facts;
                }
            }
        } catch (BbbException) {
            // Of nothing that came, nothing follows.
            return new RecordingsFetch('partial', $found, self::STATES, $meetingIDs);
        }

        return new RecordingsFetch('complete', $found, self::STATES, $meetingIDs);
    }

    /** @return int how much changed */
    private function write(Room $room, RecordingsFetch $fetched): int
    {
        $known = [];
        foreach ($this->index->ofRoom($room->getId()) as $recording) {
            $known[$recording->getRecordId()] = $recording;
        }
        $scope = new RecordingsFetch($fetched->outcome, $fetched->recordings, $fetched->states, [$room->getMeetingId()]);
        $indexed = array_map(static fn (Recording $recording): array => $recording->known(), array_values($known));
        $compared = RecordingsSync::compare($indexed, $scope, $this->clock->now());
        if ($compared['changes'] === []) {
            return 0;
        }
        foreach ($compared['index'] as $next) {
            $this->keep($room, $known[$next['recordID']] ?? null, $next);
            unset($known[$next['recordID']]);
        }
        array_map($this->index->delete(...), $known);

        return count($compared['changes']);
    }

    /** @param Indexed $next */
    private function keep(Room $room, ?Recording $recording, array $next): void
    {
        if ($recording !== null) {
            // What was deleted goes when the server lists it no more.
            if ($recording->getDeletingSince() > 0 && isset($next['missingSince'])) {
                $this->index->delete($recording);

                return;
            }
            $recording->learn($next);
            $this->index->update($recording);
            $this->tellIfReady($room, $recording);

            return;
        }
        $recording = new Recording();
        $recording->setRoomId($room->getId());
        $recording->setRecordId($next['recordID']);
        $recording->learn($next);
        $added = Table::unlessTaken(fn (): Recording => $this->index->insert($recording));
        if ($added !== null) {
            $this->tellIfReady($room, $added);
        } elseif (($other = $this->index->find($room->getId(), $next['recordID'])) !== null) {
            // Another request has just written it down, perhaps as one that is only expected.
            $this->keep($room, $other, $next);
        }
    }

    /** Tells people once that a recording can be watched, whoever noticed it; of old ones nobody is told. */
    private function tellIfReady(Room $room, Recording $recording): void
    {
        $now = $this->clock->now();
        $view = $recording->getToldAt() > 0 ? null : RecordingView::of($recording->known(), 'participant');
        $isReady = $view !== null && ($view['status'] === 'ready' || $view['status'] === 'protected');
        $endedAt = $recording->known()['facts']['endTime'] ?? $recording->getStartedAt();
        if ($isReady && $endedAt > $now - self::NEWS_FOR && $this->index->claimTelling($recording, $now)) {
            $this->news->recordingReady($room, $recording, $view['title'] ?? $this->words->untitled());
        }
    }

    /**
     * @param array<array-key, mixed> $facts
     * @phpstan-assert-if-true Facts $facts
     */
    private static function isStorable(array $facts): bool
    {
        return is_string($facts['recordID'] ?? null) && self::isId($facts['recordID']);
    }
}
