<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsSync;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingView;

/**
 * A recording as a row of our index.
 *
 * @phpstan-import-type Indexed from RecordingsSync
 */
final class RecordingRow
{
    /** The columns that {@see read} reads. */
    public const COLUMNS = 'id, room_id, server, record_id, state, audience, facts, expected_since, missing_since, deleting_since';

    /**
     * Reads a row.
     *
     * @param array<string, string|int|float|null> $row
     */
    public static function read(array $row): Recording
    {
        $number = static fn (string $column): int => (int) ($row[$column] ?? 0);
        $facts = json_decode((string) ($row['facts'] ?? ''), true);
        $times = ['expectedSince' => self::time($row, 'expected_since'), 'missingSince' => self::time($row, 'missing_since')];
        $indexed = ['recordID' => (string) ($row['record_id'] ?? ''), 'state' => (string) ($row['state'] ?? '')]
            + (is_array($facts) ? ['facts' => $facts] : [])
            + array_filter($times, is_int(...));

        /** @phpstan-var Indexed $indexed */
        return new Recording(
            $number('id'),
            $number('room_id'),
            (string) ($row['server'] ?? ''),
            $indexed,
            ($row['audience'] ?? '') === Recording::FOR_MODERATORS ? Recording::FOR_MODERATORS : Recording::FOR_ROOM,
            $number('deleting_since'),
        );
    }

    /**
     * Gives the values of the columns `state, status, facts, search_text, started_at, expected_since,
     * missing_since`.
     *
     * @param Indexed $recording
     * @return array{string, string, string, string, int, int, int}
     */
    public static function values(array $recording): array
    {
        $view = RecordingView::of($recording, 'moderator');
        $facts = $recording['facts'] ?? null;

        return [
            $recording['state'],
            $view === null ? '' : $view['status'],
            $facts === null ? '' : (string) wp_json_encode($facts),
            self::folded($view['title'] ?? ''),
            // What is still expected has no beginning; it belongs to the newest.
            $view['startedAt'] ?? $recording['expectedSince'] ?? 0,
            $recording['expectedSince'] ?? 0,
            $recording['missingSince'] ?? 0,
        ];
    }

    /** Writes a text so that it is found in any case, with or without accents, on any database. */
    public static function folded(string $text): string
    {
        return mb_substr(mb_strtolower(remove_accents(trim($text))), 0, 250);
    }

    /** @param array<string, string|int|float|null> $row */
    private static function time(array $row, string $column): ?int
    {
        $time = (int) ($row[$column] ?? 0);

        return $time > 0 ? $time : null;
    }
}
