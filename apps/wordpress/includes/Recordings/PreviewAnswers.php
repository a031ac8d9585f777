<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Http\Answer;
use Bluebridge\WordPress\Rooms\RoomStore;

/** Gives the pictures of recordings to those who may see the recordings. */
final class PreviewAnswers
{
    /** Each browser for itself, and not for long: a recording that was taken back takes its picture along. */
    private const CACHING = 'private, max-age=300';

    public function __construct(
        private readonly RoomStore $rooms,
        private readonly RecordingIndex $index,
        private readonly RecordingServers $servers,
        private readonly Viewers $viewers,
        private readonly PreviewImages $images,
    ) {
    }

    /** @param string $address as {@see RecordingAddress} reads it */
    public function answer(string $address): Answer
    {
        [$id, $key] = RecordingAddress::read($address);
        $recording = $id === 0 ? null : $this->index->get($id);
        $room = $recording === null ? null : $this->rooms->find($recording->roomId);
        $isKnown = $recording !== null && $room !== null && hash_equals($recording->key($room), $key);
        $viewer = $isKnown ? $this->viewers->of($room) : null;
        $url = $viewer === null ? null : $recording?->shownTo($viewer)['previews'][0]['url'] ?? null;
        $image = $recording === null || $room === null || $url === null
            ? null
            : $this->images->of($recording, $url, $this->servers->host($this->servers->idOf($room)));
        $type = $image === null ? null : PreviewImages::kind($image);
        if ($image === null || $type === null) {
            return Answer::page(404, '')->with(['Cache-Control' => 'no-store, private']);
        }

        return Answer::file($type, $image)->with(['Cache-Control' => self::CACHING]);
    }
}
