<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Meetings\Look;
use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\People\Visitors;
use Bluebridge\WordPress\Rooms\StoredRoom;

/** Tells pages again and again how a room stands. Of all who ask, one asks the server now and then. */
final class DoorStatus
{
    /** Header that says in how many ms there may be something new. */
    private const ASK_AFTER = 'Bluebridge-Ask-After';

    /** How long a cache in between may tell people without an account the same, in seconds. */
    private const SHARED_FOR = 2;

    public function __construct(
        private readonly MeetingInfos $infos,
        private readonly Visitors $visitors,
        private readonly DoorSigns $doorSigns,
    ) {
    }

    /**
     * Gives the sign for the person of this request.
     *
     * @param bool $waits whether they are on a page that takes them in
     * @param string $known the tags of what they know already, as the header `If-None-Match` lists them
     */
    public function of(StoredRoom $room, bool $waits, string $known): TaggedSign
    {
        $participant = $this->visitors->lookingAt($room);
        $shutFor = $this->doorSigns->shutFor($room, $participant);
        $look = $shutFor === null
            ? $this->infos->lookOn($room->meetingID, $waits)
            : new Look($this->infos->known($room->meetingID), $shutFor);
        $sign = $this->doorSigns->of($room, $participant, $look->outcome, $waits);
        $tag = '"' . substr(hash('sha256', (string) wp_json_encode($sign)), 0, 32) . '"';

        return new TaggedSign(in_array($tag, self::tagsIn($known), true) ? null : $sign, [
            'ETag' => $tag,
            // Not in the body, which stays the same as long as there is nothing new.
            self::ASK_AFTER => (string) $look->againIn,
            'Cache-Control' => $this->visitors->isAnybody() ? 'public, max-age=' . self::SHARED_FOR : 'private, no-cache',
            'Vary' => 'Cookie, X-WP-Nonce, Authorization',
        ]);
    }

    /**
     * Compression on the way may have marked the tag as weak.
     *
     * @return list<string>
     */
    private static function tagsIn(string $header): array
    {
        return array_map(static fn (string $tag): string => (string) preg_replace('~^\s*W/|\s+$~', '', trim($tag)), explode(',', $header));
    }
}
