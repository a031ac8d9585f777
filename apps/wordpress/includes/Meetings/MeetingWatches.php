<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Storage\Database;

/**
 * What the requests of this site know of running meetings, so that one of them asks for all. Every
 * request must see it as it is now, so no cache stands between.
 */
final class MeetingWatches
{
    /** As many questions as a minute may have. */
    public const MOST_QUESTIONS = 12;

    /** Gives the name of the table, with the prefix of the current site. */
    public static function table(): string
    {
        return Database::table('meeting_watches');
    }

    /** Reads what is known; a meeting nobody asked about yet has an empty watch. */
    public function read(string $meetingID): MeetingWatch
    {
        $row = Database::row('SELECT * FROM %i WHERE meeting_id = %s', self::table(), $meetingID);

        return $row === null ? new MeetingWatch($meetingID) : self::watchOf($row);
    }

    /**
     * Reads what is known of meetings that run, the last changed first.
     *
     * @return list<MeetingWatch>
     */
    public function live(int $most): array
    {
        $sql = "SELECT * FROM %i WHERE snapshot IS NOT NULL AND snapshot <> 'null' ORDER BY changed_at DESC LIMIT %d";

        return array_map(self::watchOf(...), Database::rows($sql, self::table(), $most));
    }

    /** Takes the right to ask at a time. Of all who try on the same reading, one is answered true. */
    public function claim(MeetingWatch $seen, int $at): bool
    {
        $this->ensure($seen->meetingID);
        $recent = (string) wp_json_encode(array_slice([...$seen->recent, $at], -self::MOST_QUESTIONS));
        $sql = 'UPDATE %i SET asked_at = %d, recent = %s WHERE meeting_id = %s AND asked_at = %d';

        return Database::change($sql, self::table(), $at, $recent, $seen->meetingID, $seen->askedAt) === 1;
    }

    /**
     * Keeps the answer to the question asked at a time, unless a later one was answered, or the
     * meeting was changed, meanwhile.
     */
    public function answer(string $meetingID, int $askedAt, string $snapshot): void
    {
        $sql = 'UPDATE %i SET settled_at = %d, answered_at = %d, failures = 0, failure_code = NULL, retry_after = 0,
            snapshot = CASE WHEN changed_at > %d THEN snapshot ELSE %s END
            WHERE meeting_id = %s AND settled_at <= %d';
        Database::change($sql, self::table(), $askedAt, $askedAt, $askedAt, $snapshot, $meetingID, $askedAt);
    }

    /**
     * Keeps that the question asked at a time failed, unless a later one came to an end meanwhile.
     *
     * @param int $retryAfter how long the server asked to be left alone, ms
     */
    public function fail(string $meetingID, int $askedAt, string $code, int $retryAfter): void
    {
        $sql = 'UPDATE %i SET settled_at = %d, failures = failures + 1, failure_code = %s, retry_after = %d
            WHERE meeting_id = %s AND settled_at <= %d';
        Database::change($sql, self::table(), $askedAt, $code, $retryAfter, $meetingID, $askedAt);
    }

    /** Keeps what a meeting is like because we changed it. */
    public function change(string $meetingID, int $at, string $snapshot): void
    {
        $this->ensure($meetingID);
        $sql = 'UPDATE %i SET changed_at = %d, snapshot = %s, failures = 0, failure_code = NULL, retry_after = 0
            WHERE meeting_id = %s';
        Database::change($sql, self::table(), $at, $snapshot, $meetingID);
    }

    /** Keeps that a meeting is over, unless something else was heard of its room meanwhile. */
    public function over(string $meetingID, int $at, string $seen): void
    {
        $sql = 'UPDATE %i SET changed_at = %d, snapshot = %s WHERE meeting_id = %s AND snapshot = %s';
        Database::change($sql, self::table(), $at, Snapshot::of(null), $meetingID, $seen);
    }

    /** Keeps that something happens in a meeting at a time: a reason to look. */
    public function hint(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        Database::change('UPDATE %i SET event_at = %d WHERE meeting_id = %s', self::table(), $at, $meetingID);
    }

    /** Keeps that the server told of something that happened: a reason to look, and to ask less otherwise. */
    public function heard(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        $sql = 'UPDATE %i SET event_at = CASE WHEN event_at > %d THEN event_at ELSE %d END, heard_at = %d WHERE meeting_id = %s';
        Database::change($sql, self::table(), $at, $at, $at, $meetingID);
    }

    /** Keeps that something had happened of which the server did not tell, although it tells of such things. */
    public function missed(string $meetingID, int $at): void
    {
        Database::change('UPDATE %i SET missed_at = %d WHERE meeting_id = %s', self::table(), $at, $meetingID);
    }

    /** Keeps that the server tells nothing of a meeting any more. */
    public function silence(string $meetingID): void
    {
        Database::change('UPDATE %i SET heard_at = 0, missed_at = 0 WHERE meeting_id = %s', self::table(), $meetingID);
    }

    /** Keeps that somebody waits for a meeting. */
    public function awaited(string $meetingID, int $at): void
    {
        $this->ensure($meetingID);
        Database::change('UPDATE %i SET waiting_at = %d WHERE meeting_id = %s', self::table(), $at, $meetingID);
    }

    /** Forgets a meeting whose room is gone. */
    public function forget(string $meetingID): void
    {
        Database::change('DELETE FROM %i WHERE meeting_id = %s', self::table(), $meetingID);
    }

    /** Forgets all meetings: they were those of another server. */
    public function forgetAll(): void
    {
        Database::change('DELETE FROM %i', self::table());
    }

    private function ensure(string $meetingID): void
    {
        Database::change("INSERT IGNORE INTO %i (meeting_id, recent) VALUES (%s, '[]')", self::table(), $meetingID);
    }

    /** @param array<string, string|int|float|null> $row */
    private static function watchOf(array $row): MeetingWatch
    {
        $text = static fn (string $column): ?string => isset($row[$column]) ? (string) $row[$column] : null;
        $number = static fn (string $column): int => (int) ($row[$column] ?? 0);
        $recent = json_decode($text('recent') ?? '[]', true);

        return new MeetingWatch(
            (string) $text('meeting_id'),
            $number('asked_at'),
            is_array($recent) ? array_values(array_filter($recent, is_int(...))) : [],
            $number('settled_at'),
            $number('answered_at'),
            $number('changed_at'),
            $text('snapshot'),
            $number('failures'),
            $text('failure_code'),
            $number('retry_after'),
            $number('event_at'),
            $number('waiting_at'),
            $number('heard_at'),
            $number('missed_at'),
        );
    }
}
