<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Where recordings are watched, and their pictures: addresses of this site, which ask for the right
 * first. Where the server has them is on no page.
 */
final class RecordingAddress
{
    public const WATCH = 'bluebridge_watch';

    public const PREVIEW = 'bluebridge_preview';

    public const FORMAT = 'bluebridge_format';

    private const FORM = '/^(?<id>\d{1,18})-(?<key>[0-9a-f]{24})$/D';

    /** Gives where a recording is watched in a format. */
    public static function toWatch(StoredRoom $room, Recording $recording, string $format): string
    {
        $query = [self::WATCH => "{$recording->id}-{$recording->key($room)}", self::FORMAT => rawurlencode($format)];

        return add_query_arg($query, home_url('/'));
    }

    /** Gives where the picture of a recording is. */
    public static function ofPreview(StoredRoom $room, Recording $recording): string
    {
        return add_query_arg(self::PREVIEW, "{$recording->id}-{$recording->key($room)}", home_url('/'));
    }

    /**
     * Reads what an address names.
     *
     * @return array{int, string} id of a recording and its key; 0 when it names none
     */
    public static function read(string $value): array
    {
        return preg_match(self::FORM, $value, $found) === 1 ? [(int) $found['id'], $found['key']] : [0, ''];
    }
}
