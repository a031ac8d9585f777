<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Storage\Database;

/** Finds recordings in our index, page by page, as somebody may see them. */
final class RecordingSearch
{
    /** What a viewer sees, by `RecordingView`; every list has five, so that one text of a query fits. */
    private const STATUSES = [
        'moderator' => ['ready', 'protected', 'processing', 'hidden', 'missing'],
        'participant' => ['ready', 'protected', 'processing', 'ready', 'ready'],
        'guest' => ['ready', 'ready', 'ready', 'ready', 'ready'],
    ];

    private const ORDERS = [
        'newest' => 'ORDER BY started_at DESC, id DESC',
        'oldest' => 'ORDER BY started_at, id',
        'name' => 'ORDER BY search_text, started_at DESC, id DESC',
    ];

    /**
     * Finds recordings of a room.
     *
     * @param 'moderator'|'participant'|'guest' $viewer
     * @return array{recordings: list<Recording>, total: int}
     */
    public function find(int $roomId, string $viewer, RecordingQuery $query): array
    {
        $where = 'FROM %i WHERE room_id = %d AND status IN (%s, %s, %s, %s, %s) AND (%s = \'\' OR INSTR(search_text, %s) > 0)';
        if ($viewer !== 'moderator') {
            $where .= " AND audience = 'room' AND deleting_since = 0";
        }
        // Not by a pattern, in which some characters mean something, on each database something else.
        $text = RecordingRow::folded($query->text);
        $values = [RecordingIndex::table(), $roomId, ...self::STATUSES[$viewer], $text, $text];
        $order = self::ORDERS[$query->sorting];
        $sql = 'SELECT ' . RecordingRow::COLUMNS . " {$where} {$order} LIMIT %d OFFSET %d";
        $rows = Database::rows($sql, ...[...$values, $query->perPage, $query->offset()]);

        return [
            'recordings' => array_map(RecordingRow::read(...), $rows),
            'total' => (int) (Database::column("SELECT COUNT(*) {$where}", ...$values)[0] ?? 0),
        ];
    }
}
