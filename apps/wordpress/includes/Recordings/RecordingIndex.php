<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Storage\Database;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RecordingsSync;

/**
 * The recordings of the rooms of this site. It asks nobody for rights: whoever calls it has done so.
 *
 * @phpstan-import-type Indexed from RecordingsSync
 * @phpstan-import-type Change from RecordingsSync
 */
final class RecordingIndex
{
    /** Gives the name of the table, with the prefix of the current site. */
    public static function table(): string
    {
        return Database::table('recordings');
    }

    /**
     * Lists all recordings of a room, in no order.
     *
     * @return list<Recording>
     */
    public function ofRoom(int $roomId): array
    {
        $sql = 'SELECT ' . RecordingRow::COLUMNS . ' FROM %i WHERE room_id = %d ORDER BY id';

        return array_map(RecordingRow::read(...), Database::rows($sql, self::table(), $roomId));
    }

    /**
     * Lists the recordings of a room that are expected or being made.
     *
     * @return list<Recording>
     */
    public function unfinished(int $roomId): array
    {
        $sql = 'SELECT ' . RecordingRow::COLUMNS . " FROM %i WHERE room_id = %d AND status = 'processing'";

        return array_map(RecordingRow::read(...), Database::rows($sql, self::table(), $roomId));
    }

    /** Finds a recording of a room; one of another room is as unknown as one of nowhere. */
    public function find(int $roomId, int $id): ?Recording
    {
        return $this->one('room_id = %d AND id = %d', $roomId, $id);
    }

    /** Finds a recording of any room. */
    public function get(int $id): ?Recording
    {
        return $this->one('id = %d', $id);
    }

    /** Finds a recording of a room by what the server calls it. */
    public function named(int $roomId, string $recordID): ?Recording
    {
        return $this->one('room_id = %d AND record_id = %s', $roomId, $recordID);
    }

    /** Adds a recording that is expected; does nothing when it is known already. */
    public function expect(int $roomId, string $server, string $recordID, int $since): void
    {
        $this->insert($roomId, $server, ['recordID' => $recordID, 'state' => 'expected', 'expectedSince' => $since]);
    }

    /**
     * Writes down what a comparison with the server has changed.
     *
     * @param list<Indexed> $index what the index becomes
     * @param list<Change> $changes
     */
    public function rewrite(int $roomId, string $server, array $index, array $changes): void
    {
        $changed = array_flip(array_map(static fn (array $change): string => "-{$change['recordID']}", $changes));
        foreach ($index as $recording) {
            $name = "-{$recording['recordID']}";
            if (isset($changed[$name])) {
                $this->write($roomId, $server, $recording);
                unset($changed[$name]);
            }
        }
        foreach (array_keys($changed) as $gone) {
            $this->remove($roomId, substr((string) $gone, 1));
        }
    }

    public function remove(int $roomId, string $recordID): void
    {
        Database::change('DELETE FROM %i WHERE room_id = %d AND record_id = %s', self::table(), $roomId, $recordID);
    }

    /** Forgets all recordings of a room. On the server they stay. */
    public function forget(int $roomId): void
    {
        Database::change('DELETE FROM %i WHERE room_id = %d', self::table(), $roomId);
    }

    /** @param Recording::FOR_* $audience */
    public function setAudience(Recording $recording, string $audience): void
    {
        Database::change('UPDATE %i SET audience = %s WHERE id = %d', self::table(), $audience, $recording->id);
    }

    /** Notes since when a recording is being deleted; 0 when it is not any more. */
    public function setDeleting(int $roomId, string $recordID, int $since): void
    {
        $sql = 'UPDATE %i SET deleting_since = %d WHERE room_id = %d AND record_id = %s';
        Database::change($sql, self::table(), $since, $roomId, $recordID);
    }

    /** @param literal-string $where about the values */
    private function one(string $where, string|int ...$values): ?Recording
    {
        $row = Database::row('SELECT ' . RecordingRow::COLUMNS . " FROM %i WHERE {$where}", self::table(), ...$values);

        return $row === null ? null : RecordingRow::read($row);
    }

    /** @param Indexed $recording */
    private function write(int $roomId, string $server, array $recording): void
    {
        $this->insert($roomId, $server, $recording);
        $sql = 'UPDATE %i SET server = %s, state = %s, status = %s, facts = %s, search_text = %s, started_at = %d,
            expected_since = %d, missing_since = %d WHERE room_id = %d AND record_id = %s';
        $values = RecordingRow::values($recording);
        Database::change($sql, self::table(), $server, ...[...$values, $roomId, $recording['recordID']]);
    }

    /** @param Indexed $recording */
    private function insert(int $roomId, string $server, array $recording): void
    {
        $sql = 'INSERT IGNORE INTO %i (room_id, server, record_id, state, status, facts, search_text, started_at,
            expected_since, missing_since) VALUES (%d, %s, %s, %s, %s, %s, %s, %d, %d, %d)';
        $values = RecordingRow::values($recording);
        Database::change($sql, self::table(), $roomId, $server, $recording['recordID'], ...$values);
    }
}
