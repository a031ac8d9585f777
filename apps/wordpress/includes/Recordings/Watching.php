<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Words\ErrorWords;

/** Leads people to recordings they may see, and to no others. */
final class Watching
{
    private const HEADERS = ['Cache-Control' => 'no-store, private', 'Referrer-Policy' => 'no-referrer', 'X-Robots-Tag' => 'noindex'];

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingIndex $index,
        private readonly Viewers $viewers,
        private readonly IndexKeeper $keeper,
        private readonly WatchingPage $page,
    ) {
    }

    /**
     * Answers who opens the address of a recording.
     *
     * @param string $address as {@see RecordingAddress} reads it
     */
    public function answer(string $address, string $format): Answer
    {
        return $this->lead($address, $format)->with(self::HEADERS);
    }

    private function lead(string $address, string $format): Answer
    {
        [$id, $key] = RecordingAddress::read($address);
        $recording = $id === 0 ? null : $this->index->get($id);
        $room = $recording === null ? null : $this->rooms->find($recording->roomId);
        // Counting through numbers leads to nothing.
        if ($recording === null || $room === null || !hash_equals($recording->key($room), $key)) {
            return $this->page->missing();
        }
        $viewer = $this->viewers->of($room);
        if ($viewer === null) {
            return $this->page->notForYou(RecordingAddress::toWatch($room, $recording, $format));
        }
        try {
            $url = $this->urlOf($room, $recording, $viewer, $format);
        } catch (BbbException $error) {
            return $this->page->failed(ErrorWords::of($error->error), ErrorWords::status($error->error));
        }

        return $url === null ? $this->page->missing() : Answer::redirect($url);
    }

    /**
     * @param 'moderator'|'participant'|'guest' $viewer
     * @throws BbbException
     */
    private function urlOf(StoredRoom $room, Recording $recording, string $viewer, string $format): ?string
    {
        $view = $recording->shownTo($viewer);
        // Addresses of protected recordings open once, so each person gets one of their own.
        if (($view['status'] ?? '') === 'protected') {
            $view = $this->keeper->lookAt($room, $recording->recordID())?->shownTo($viewer);
        }
        foreach ($view['formats'] ?? [] as $shown) {
            if ($shown['type'] === $format) {
                return $shown['url'];
            }
        }

        return null;
    }
}
