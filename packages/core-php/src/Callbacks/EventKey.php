<?php

declare(strict_types=1);

namespace Bluebridge\Core\Callbacks;

use Bluebridge\Core\Catalogue\Json;
use stdClass;

/** The key by which a repeated event is recognised. */
final class EventKey
{
    private const MAX_DEPTH = 64;

    /**
     * Gives the SHA-256 of an event's JSON with names sorted by their bytes and no blanks. A retry,
     * or a second hook for the same meeting, sends the same content, so it has the same key; its
     * order of names does not matter. An event nested deeper than any is has none.
     */
    public static function of(mixed $event): ?string
    {
        $json = self::canonicalJson($event, 0);

        return $json === null ? null : hash('sha256', $json);
    }

    private static function canonicalJson(mixed $value, int $depth): ?string
    {
        if (!is_array($value) && !$value instanceof stdClass) {
            return match (true) {
                is_string($value) => Json::text($value),
                is_int($value), is_float($value) => Json::number($value),
                is_bool($value) => $value ? 'true' : 'false',
                default => 'null',
            };
        }
        if ($depth >= self::MAX_DEPTH) {
            return null;
        }
        $isObject = $value instanceof stdClass;
        $members = $isObject ? (array) $value : $value;
        if ($isObject) {
            ksort($members, SORT_STRING);
        }
        $written = [];
        foreach ($members as $name => $inner) {
            $json = self::canonicalJson($inner, $depth + 1);
            if ($json === null) {
                return null;
            }
            $written[] = $isObject ? Json::text((string) $name) . ":{$json}" : $json;
        }

        return $isObject ? '{' . implode(',', $written) . '}' : '[' . implode(',', $written) . ']';
    }
}
