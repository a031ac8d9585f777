<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsSync;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingView;

/**
 * A recording of a room, as our index has it.
 *
 * @phpstan-import-type Indexed from RecordingsSync
 * @phpstan-import-type View from RecordingView
 */
final class Recording
{
    /** Whoever the room shows its recordings to sees it. */
    public const FOR_ROOM = 'room';

    /** Only those who lead the room see it. */
    public const FOR_MODERATORS = 'moderators';

    /**
     * @param int $id of ours: what the server calls it is part of the address where it is watched
     * @param string $server key of the server it is on
     * @param Indexed $indexed
     * @param self::FOR_* $audience
     * @param int $deletingSince when the server was asked to delete it, epoch ms; 0 for never
     */
    public function __construct(
        public readonly int $id,
        public readonly int $roomId,
        public readonly string $server,
        public readonly array $indexed,
        public readonly string $audience,
        public readonly int $deletingSince,
    ) {
    }

    public function recordID(): string
    {
        return $this->indexed['recordID'];
    }

    /**
     * Shows it to a person; null when it is not theirs to see.
     *
     * @param 'moderator'|'participant'|'guest' $viewer
     * @return View|null
     */
    public function shownTo(string $viewer): ?array
    {
        $isHidden = $this->audience === self::FOR_MODERATORS || $this->deletingSince > 0;

        return $isHidden && $viewer !== 'moderator' ? null : RecordingView::of($this->indexed, $viewer);
    }

    /** Gives what proves that somebody was shown the recording: it comes from the room's random meetingID. */
    public function key(StoredRoom $room): string
    {
        return substr(hash_hmac('sha256', "recording {$this->id}", $room->meetingID), 0, 24);
    }
}
