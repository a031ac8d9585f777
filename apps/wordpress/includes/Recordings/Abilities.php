<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;

/** What can be done to recordings on a server; what it cannot do is not offered. */
final class Abilities
{
    public function __construct(
        public readonly bool $publish,
        public readonly bool $rename,
        public readonly bool $delete,
        public readonly bool $captions,
        public readonly bool $protect,
    ) {
    }

    public static function of(RoomCapabilities $server): self
    {
        return new self(
            $server->hasCall('publishRecordings'),
            $server->hasCall('updateRecordings'),
            $server->hasCall('deleteRecordings'),
            $server->hasCall('getRecordingTextTracks') && $server->hasCall('putRecordingTextTrack'),
            $server->has('supportsRecordingProtection'),
        );
    }

    /**
     * Gives what can be done to a recording now, by somebody who leads its room.
     *
     * @return array<'publish'|'unpublish'|'protect'|'unprotect'|'moderators'|'everyone'|'rename'|'captions'|'delete', bool>
     */
    public function on(Recording $recording): array
    {
        $status = $recording->shownTo('moderator')['status'] ?? 'missing';
        $isKept = $recording->deletingSince === 0;
        // What the server has not made or does not list cannot be changed there.
        $isThere = $isKept && $status !== 'processing' && $status !== 'missing';

        return [
            'publish' => $this->publish && $isThere && $status === 'hidden',
            'unpublish' => $this->publish && $isThere && $status !== 'hidden',
            'protect' => $this->protect && $isThere && $status === 'ready',
            'unprotect' => $this->protect && $isThere && $status === 'protected',
            'moderators' => $isKept && $recording->audience === Recording::FOR_ROOM,
            'everyone' => $isKept && $recording->audience === Recording::FOR_MODERATORS,
            'rename' => $this->rename && $isThere,
            'captions' => $this->captions && $isThere,
            'delete' => $this->delete && $isThere,
        ];
    }
}
