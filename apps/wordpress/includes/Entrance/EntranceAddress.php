<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Rooms\StoredRoom;

/** Where a room is entered. The address stays the same, so it can be shared; nobody can guess it. */
final class EntranceAddress
{
    public const VARIABLE = 'bluebridge_enter';

    private const FORM = '/^(?<id>\d{1,18})-(?<key>[0-9a-f]+)$/D';

    public static function of(StoredRoom $room): string
    {
        // Works with every form of permalinks.
        return add_query_arg(self::VARIABLE, "{$room->id}-{$room->doorKey()}", home_url('/'));
    }

    /**
     * Reads what an address says.
     *
     * @return array{int, string} id of a room and key of its door; 0 when it says nothing
     */
    public static function read(string $value): array
    {
        return preg_match(self::FORM, $value, $found) === 1 ? [(int) $found['id'], $found['key']] : [0, ''];
    }
}
