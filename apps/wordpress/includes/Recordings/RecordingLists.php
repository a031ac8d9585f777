<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Storage\Database;

/** What all requests know about when to ask for the recordings of rooms. */
final class RecordingLists
{
    public function __construct(private readonly Clock $clock)
    {
    }

    /** Gives the name of the table, with the prefix of the current site. */
    public static function table(): string
    {
        return Database::table('recording_lists');
    }

    /** Reads the list of a room; null when nobody has begun one. */
    public function get(int $roomId): ?RecordingList
    {
        $row = Database::row('SELECT * FROM %i WHERE room_id = %d', self::table(), $roomId);
        $number = static fn (string $column): int => (int) ($row[$column] ?? 0);

        return $row === null ? null : new RecordingList(
            $number('read_at'),
            $number('due_at'),
            $number('failures'),
            $number('ended_at'),
            ($row['live_record_id'] ?? '') !== '',
            $number('version'),
        );
    }

    /** Begins the list of a room; does nothing when there is one. */
    public function begin(int $roomId): void
    {
        Database::change('INSERT IGNORE INTO %i (room_id) VALUES (%d)', self::table(), $roomId);
    }

    /**
     * Takes the right to ask about a room for a time; false when somebody has it, or has asked since
     * the list was read.
     */
    public function claim(int $roomId, int $leaseMs, RecordingList $seen): bool
    {
        $until = $this->clock->now() + $leaseMs;
        // Whoever asks may die: then the room is due again when the lease is over.
        $sql = 'UPDATE %i SET lease_until = %d, due_at = %d
            WHERE room_id = %d AND failures = %d AND read_at = %d AND lease_until <= %d';
        $values = [$until, $until, $roomId, $seen->failures, $seen->readAt, $this->clock->now()];

        return Database::change($sql, self::table(), ...$values) === 1;
    }

    /**
     * Takes the right to ask about those rooms that are longest due.
     *
     * @return list<int>
     */
    public function claimDue(int $most, int $leaseMs): array
    {
        $now = $this->clock->now();
        $sql = 'SELECT room_id FROM %i WHERE due_at > 0 AND due_at <= %d AND lease_until <= %d ORDER BY due_at LIMIT %d';
        $due = array_map(intval(...), Database::column($sql, self::table(), $now, $now, $most));
        $take = 'UPDATE %i SET lease_until = %d, due_at = %d WHERE room_id = %d AND lease_until <= %d';

        return array_values(array_filter($due, static fn (int $roomId): bool =>
            Database::change($take, self::table(), $now + $leaseMs, $now + $leaseMs, $roomId, $now) === 1));
    }

    /**
     * Gives the right back.
     *
     * @param int|null $readAt when all was read; null when it was not
     * @param int $dueAt when to ask again; 0 for not by ourselves
     */
    public function settle(int $roomId, ?int $readAt, int $failures, int $dueAt): void
    {
        // Somebody may have heard something new while we asked: an earlier time stays.
        $sql = 'UPDATE %i SET failures = %d, read_at = CASE WHEN %d > 0 THEN %d ELSE read_at END,
            due_at = CASE WHEN due_at > 0 AND due_at < lease_until THEN due_at ELSE %d END, lease_until = 0
            WHERE room_id = %d';
        Database::change($sql, self::table(), $failures, (int) $readAt, (int) $readAt, $dueAt, $roomId);
    }

    /** Lets a room be due at a time unless it is so earlier. */
    public function hasten(int $roomId, int $dueAt): void
    {
        $sql = 'UPDATE %i SET due_at = %d WHERE room_id = %d AND (due_at = 0 OR due_at > %d)';
        Database::change($sql, self::table(), $dueAt, $roomId, $dueAt);
    }

    /** Gives when the next room is due, epoch ms; 0 when none is. */
    public function nextDue(): int
    {
        return (int) (Database::column('SELECT MIN(due_at) FROM %i WHERE due_at > 0', self::table())[0] ?? 0);
    }

    /** Notes that we changed something ourselves: what was asked before is not what is. */
    public function outdate(int $roomId): void
    {
        $this->begin($roomId);
        Database::change('UPDATE %i SET version = version + 1 WHERE room_id = %d', self::table(), $roomId);
    }

    /** Notes the recording that the open meeting would leave, and whether it is on. */
    public function noteLive(int $roomId, string $recordID, bool $isRecorded): void
    {
        $this->begin($roomId);
        // What was recorded once stays so for this meeting.
        $sql = 'UPDATE %i SET live_recorded = CASE WHEN %d = 1 THEN 1 WHEN live_record_id = %s THEN live_recorded ELSE 0 END,
            live_record_id = %s WHERE room_id = %d';
        Database::change($sql, self::table(), (int) $isRecorded, $recordID, $recordID, $roomId);
    }

    /**
     * Notes that a room has no meeting, or only the one that would leave another recording. Of all who
     * do, one is answered which recording the ended meeting leaves.
     *
     * @return array{recordID: string, isRecorded: bool}|null
     */
    public function noteEnded(int $roomId, string $except = ''): ?array
    {
        $row = Database::row('SELECT live_record_id, live_recorded FROM %i WHERE room_id = %d', self::table(), $roomId);
        $live = (string) ($row['live_record_id'] ?? '');
        if ($live === '' || $live === $except) {
            return null;
        }
        $sql = "UPDATE %i SET live_record_id = '', live_recorded = 0, ended_at = %d WHERE room_id = %d AND live_record_id = %s";
        $isMine = Database::change($sql, self::table(), $this->clock->now(), $roomId, $live) === 1;

        return $isMine ? ['recordID' => $live, 'isRecorded' => (int) ($row['live_recorded'] ?? 0) === 1] : null;
    }

    public function forget(int $roomId): void
    {
        Database::change('DELETE FROM %i WHERE room_id = %d', self::table(), $roomId);
    }
}
