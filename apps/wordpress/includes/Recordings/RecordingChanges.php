<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

/** Changes recordings on their server, and believes only what the server says of them afterwards. */
final class RecordingChanges
{
    /** A change that the server does not show yet is looked for again so soon, ms. */
    public const LOOK_AGAIN_AFTER = 20_000;

    /** Metadata in which servers and hosts keep the name of a recording. */
    private const NAME = 'meta_bbb-recording-name';

    public function __construct(
        private readonly RecordingServers $servers,
        private readonly RecordingIndex $index,
        private readonly IndexKeeper $keeper,
        private readonly SyncSchedule $schedule,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Publishes a recording, or takes it back.
     *
     * @return bool whether the server shows it so; else it took the change and does not show it yet
     * @throws BbbException when the server refused it or does not answer
     */
    public function publish(StoredRoom $room, Recording $recording, bool $isPublished): bool
    {
        $params = ['recordID' => [$recording->recordID()], 'publish' => $isPublished];
        $wanted = $isPublished ? 'published' : 'unpublished';

        return $this->changed($room, $recording, 'publishRecordings', $params, static fn (?Recording $found): bool =>
            $found !== null && $found->indexed['state'] === $wanted);
    }

    /**
     * Protects a recording, so that only links made afresh open it, or opens it again.
     *
     * @return bool as {@see publish}
     * @throws BbbException as there
     */
    public function protect(StoredRoom $room, Recording $recording, bool $isProtected): bool
    {
        $params = ['recordID' => [$recording->recordID()], 'protect' => $isProtected];

        return $this->changed($room, $recording, 'updateRecordings', $params, static fn (?Recording $found): bool =>
            $found !== null && ($found->indexed['facts']['protected'] ?? false) === $isProtected);
    }

    /**
     * Gives a recording another name.
     *
     * @return bool as {@see publish}
     * @throws BbbException as there
     */
    public function rename(StoredRoom $room, Recording $recording, string $name): bool
    {
        $params = ['recordID' => [$recording->recordID()], self::NAME => $name];

        return $this->changed($room, $recording, 'updateRecordings', $params, static fn (?Recording $found): bool =>
            ($found?->shownTo('moderator')['title'] ?? '') === $name);
    }

    /**
     * Deletes a recording for good. Until the server lists it no more, it is shown as being deleted.
     *
     * @return bool as {@see publish}
     * @throws BbbException as there
     */
    public function delete(StoredRoom $room, Recording $recording): bool
    {
        $recordID = $recording->recordID();
        $this->index->setDeleting($room->id, $recordID, $this->clock->now());
        $isGone = static fn (?Recording $found): bool => $found === null;
        try {
            $isDone = $this->changed($room, $recording, 'deleteRecordings', ['recordID' => [$recordID]], $isGone);
        } catch (BbbException $error) {
            $this->index->setDeleting($room->id, $recordID, 0);
            throw $error;
        }
        if ($isDone) {
            $this->index->remove($room->id, $recordID);
        }

        return $isDone;
    }

    /**
     * @param array<string, mixed> $params
     * @param callable(?Recording): bool $isMade
     * @throws BbbException
     */
    private function changed(StoredRoom $room, Recording $recording, string $call, array $params, callable $isMade): bool
    {
        $failure = null;
        try {
            $this->servers->client($this->servers->idOf($room))->call($call, $params);
        } catch (BbbException $error) {
            $failure = $error;
        }
        try {
            $isDone = $isMade($this->keeper->lookAt($room, $recording->recordID()));
        } catch (BbbException) {
            // A server that does not answer the look has confirmed nothing.
            $isDone = false;
        }
        if (!$isDone && $failure !== null) {
            // A change whose answer was lost may have been made all the same, so the look came first.
            throw $failure;
        }
        if (!$isDone) {
            $this->schedule->hasten($room, $this->clock->now() + self::LOOK_AGAIN_AFTER);
        }

        return $isDone;
    }
}
