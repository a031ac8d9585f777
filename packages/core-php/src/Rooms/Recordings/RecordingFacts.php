<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Recordings;

/**
 * What a server says about a recording, as far as hosts use it; a recording of a `getRecordings`
 * reply fits. Times in epoch ms, the length of a format in minutes.
 *
 * @phpstan-type Image array{url: string, alt?: string|null, width?: int|null, height?: int|null}
 * @phpstan-type Format array{type?: string|null, url?: string|null, length?: int|null, preview?: array{images?: list<Image>|null, ...}|null, ...}
 * @phpstan-type Facts array{recordID: string, meetingID?: string|null, name?: string|null, published?: bool|null, protected?: bool|null, state?: string|null, startTime?: int|null, endTime?: int|null, participants?: int|null, metadata?: array<array-key, string>, playback?: list<Format>, ...}
 */
final class RecordingFacts
{
    private const PLAIN_FIELDS = ['meetingID', 'name', 'protected', 'startTime', 'endTime', 'participants'];

    /**
     * Names the fields in which two reports about a recording differ; the state is compared apart.
     *
     * @param Facts $before
     * @param Facts $after
     * @return list<string>
     */
    public static function changedFields(array $before, array $after): array
    {
        $fields = array_values(array_filter(
            self::PLAIN_FIELDS,
            static fn (string $field): bool => ($before[$field] ?? null) !== ($after[$field] ?? null),
        ));
        if (!self::sameEntries($before['metadata'] ?? [], $after['metadata'] ?? [])) {
            $fields[] = 'metadata';
        }
        if (self::marks($before['playback'] ?? []) !== self::marks($after['playback'] ?? [])) {
            $fields[] = 'playback';
        }

        return $fields;
    }

    /**
     * @param array<array-key, string> $before
     * @param array<array-key, string> $after
     */
    private static function sameEntries(array $before, array $after): bool
    {
        ksort($before);
        ksort($after);

        return $before === $after;
    }

    /**
     * Formats are the same in any order; previews are not looked at.
     *
     * @param list<Format> $formats
     * @return list<string>
     */
    private static function marks(array $formats): array
    {
        $marks = array_map(
            static fn (array $each): string => serialize([$each['type'] ?? null, $each['url'] ?? null, $each['length'] ?? null]),
            $formats,
        );
        sort($marks);

        return $marks;
    }
}
