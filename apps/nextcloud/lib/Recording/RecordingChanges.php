<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\Recording;
use OCA\Bluebridge\Db\RecordingMapper;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/** Changes recordings on the server, and looks whether it did. */
class RecordingChanges
{
    public function __construct(
        private readonly Servers $servers,
        private readonly RecordingMapper $index,
        private readonly RecordingsKeeper $keeper,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Publishes a recording, or takes it back.
     *
     * @return bool whether the server shows it so
     * @throws BbbException when the server refused it or does not answer
     */
    public function publish(Room $room, Recording $recording, bool $isPublished): bool
    {
        $params = ['recordID' => [$recording->getRecordId()], 'publish' => $isPublished];
        $wanted = $isPublished ? 'published' : 'unpublished';
        return $this->make($room, $recording, 'publishRecordings', $params, static fn (?Recording $found): bool =>
            $found !== null && $found->known()['state'] === $wanted);
    }

    /**
     * Gives a recording another name.
     *
     * @return bool whether the server shows it so
     * @throws BbbException as `publish`
     */
    public function rename(Room $room, Recording $recording, string $name): bool
    {
        $params = ['recordID' => [$recording->getRecordId()], 'meta_bbb-recording-name' => $name];
        return $this->make($room, $recording, 'updateRecordings', $params, static fn (?Recording $found): bool =>
            ($found?->known()['facts']['metadata']['bbb-recording-name'] ?? '') === $name);
    }

    /**
     * Lets the server show a recording only to whom we lead there, or to whoever has its address.
     *
     * @return bool whether the server shows it so
     * @throws BbbException as `publish`
     */
    public function protect(Room $room, Recording $recording, bool $isProtected): bool
    {
        $params = ['recordID' => [$recording->getRecordId()], 'protect' => $isProtected];

        return $this->make($room, $recording, 'updateRecordings', $params, static fn (?Recording $found): bool =>
            $found !== null && $found->isProtected() === $isProtected);
    }

    /**
     * Deletes a recording for good. Until the server lists it no more, nobody is shown it.
     *
     * @return bool whether the server lists it no more
     * @throws BbbException as `publish`
     */
    public function delete(Room $room, Recording $recording): bool
    {
        $params = ['recordID' => [$recording->getRecordId()]];
        $isGone = $this->make($room, $recording, 'deleteRecordings', $params, static fn (?Recording $found): bool => $found === null);
        if ($isGone) {
            $this->index->delete($recording);
        } else {
            $recording->setDeletingSince($this->clock->now());
            $this->index->update($recording);
        }

        return $isGone;
    }

    /**
     * @param array<string, mixed> $params
     * @param callable(?Recording): bool $isMade
     * @throws BbbException
     */
    private function make(Room $room, Recording $recording, string $call, array $params, callable $isMade): bool
    {
        $failure = null;
        try {
            $this->servers->clientOf($room->getMeetingId())->call($call, $params);
        } catch (BbbException $error) {
            $failure = $error;
        }
        try {
            $isDone = $isMade($this->keeper->lookAt($room, $recording->getRecordId()));
        } catch (BbbException) {
            // A server that does not answer the look has confirmed nothing.
            $isDone = false;
        }
        // A change whose answer was lost may have been made all the same, so the look came first.
        if (!$isDone && $failure !== null) {
            throw $failure;
        }

        return $isDone;
    }
}
