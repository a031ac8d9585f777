<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Storage\Database;

/**
 * The ledger: meetings that are planned or run, whose seats they have, and until when. A promise of
 * seats is decided on what was read, and kept only if nobody made another one meanwhile: it takes the
 * turn after the last, which one of all who want it gets. So nothing is ever locked, and it is the same
 * on MySQL, MariaDB and SQLite.
 *
 * @phpstan-import-type Changes from PlannedMeeting
 */
final class PlannedMeetings
{
    /** Gives the name of the table, with the prefix of the current site. */
    public static function table(): string
    {
        return Database::table('planned_meetings');
    }

    /** Gives the turn of the latest promise of an account. It must be read before what is decided on. */
    public function lastTurn(string $account): int
    {
        $row = Database::row('SELECT MAX(turn) AS turn FROM %i WHERE account = %s', self::table(), $account);

        return (int) ($row['turn'] ?? 0);
    }

    /**
     * Lists the meetings of an account that have not ended.
     *
     * @return list<PlannedMeeting>
     */
    public function open(string $account): array
    {
        $sql = "SELECT * FROM %i WHERE account = %s AND state <> 'ended' ORDER BY opened_at, id";

        return array_map(PlannedMeeting::of(...), Database::rows($sql, self::table(), $account));
    }

    /**
     * Lists the accounts that have meetings.
     *
     * @return list<string>
     */
    public function openAccounts(): array
    {
        return Database::column("SELECT DISTINCT account FROM %i WHERE state <> 'ended' AND room_id > 0", self::table());
    }

    /** Finds the meeting of a room that has not ended. */
    public function openIn(int $roomId): ?PlannedMeeting
    {
        $sql = "SELECT * FROM %i WHERE room_id = %d AND state <> 'ended' ORDER BY id DESC LIMIT 1";
        $row = Database::row($sql, self::table(), $roomId);

        return $row === null ? null : PlannedMeeting::of($row);
    }

    public function get(int $id): ?PlannedMeeting
    {
        $row = Database::row('SELECT * FROM %i WHERE id = %d', self::table(), $id);

        return $row === null ? null : PlannedMeeting::of($row);
    }

    /**
     * Promises seats to a meeting that is about to be opened.
     *
     * @param int $turn the one after what was decided on
     * @return PlannedMeeting|null null when somebody else took the turn: then decide anew
     */
    public function add(string $account, int $turn, NewMeeting $meeting): ?PlannedMeeting
    {
        $sql = "INSERT IGNORE INTO %i
            (account, turn, room_id, meeting_id, locale, opened_at, planned_end_at, seats, state, ends, due_at)
            VALUES (%s, %d, %d, %s, %s, %d, %d, %d, 'planned', '', %d)";
        $isAdded = Database::change(
            $sql,
            self::table(),
            $account,
            $turn,
            $meeting->roomId,
            $meeting->meetingID,
            $meeting->locale,
            $meeting->openedAt,
            $meeting->plannedEndAt,
            $meeting->seats,
            $meeting->openedAt + NewMeeting::OPENING_TAKES,
        );
        if ($isAdded !== 1) {
            return null;
        }
        $row = Database::row('SELECT * FROM %i WHERE account = %s AND turn = %d', self::table(), $account, $turn);

        return $row === null ? null : PlannedMeeting::of($row);
    }

    /**
     * Changes what was promised to a meeting.
     *
     * @param Changes $changes
     * @return PlannedMeeting|null null when somebody else took the turn or changed the meeting
     */
    public function promise(PlannedMeeting $meeting, int $turn, array $changes): ?PlannedMeeting
    {
        return Database::quietly(fn (): ?PlannedMeeting => $this->write($meeting, ['turn' => $turn] + $changes));
    }

    /**
     * Changes a meeting if it is still as it was read.
     *
     * @param Changes $changes
     */
    public function change(PlannedMeeting $meeting, array $changes): ?PlannedMeeting
    {
        return $this->write($meeting, $changes);
    }

    /**
     * Adds a meeting that another system has on the account: nobody promised it anything here.
     *
     * @param int $seenAt the server's clock may be ahead of ours, but a meeting that was seen has begun
     */
    public function addForeign(
        string $account,
        string $meetingID,
        int $createTime,
        int $plannedEndAt,
        int $seats,
        int $people,
        int $seenAt,
    ): void {
        $openedAt = min($createTime, $seenAt);
        $sql = "INSERT INTO %i (account, meeting_id, create_time, opened_at, planned_end_at, seats, people, state, ends)
            VALUES (%s, %s, %d, %d, %d, %d, %d, 'live', '')";
        Database::change($sql, self::table(), $account, $meetingID, $createTime, $openedAt, $plannedEndAt, $seats, $people);
    }

    /**
     * Notes that a meeting is over; answers whether it was not before.
     *
     * @param 'schedule'|'person'|'server'|'never_opened' $by
     */
    public function end(int $id, string $by, int $now): bool
    {
        // What follows the end is due at once.
        $sql = "UPDATE %i SET state = 'ended', ended_at = %d, ended_by = %s, due_at = CASE WHEN room_id > 0 THEN %d ELSE 0 END,
            revision = revision + 1 WHERE id = %d AND state <> 'ended'";

        return Database::change($sql, self::table(), $now, $by, $now, $id) === 1;
    }

    /** Forgets what is over since long. The latest promise stays, because turns count on from it. */
    public function forgetEnded(int $before): void
    {
        $sql = "DELETE FROM %i WHERE account = %s AND state = 'ended' AND due_at = 0 AND ended_at < %d AND COALESCE(turn, 0) <> %d";
        foreach (Database::column('SELECT DISTINCT account FROM %i', self::table()) as $account) {
            Database::change($sql, self::table(), $account, $before, $this->lastTurn($account));
        }
    }

    /** Forgets the meetings of a room that is gone. What still runs is nobody's here, and keeps its seats. */
    public function forgetRoom(int $roomId): void
    {
        Database::change('UPDATE %i SET room_id = 0, due_at = 0 WHERE room_id = %d', self::table(), $roomId);
    }

    /** @param array<string, string|int> $changes */
    private function write(PlannedMeeting $meeting, array $changes): ?PlannedMeeting
    {
        $changes += ['revision' => $meeting->revision + 1];
        $isChanged = Database::update(self::table(), $changes, ['id' => $meeting->id, 'revision' => $meeting->revision]) === 1;

        return $isChanged ? $this->get($meeting->id) : null;
    }
}
