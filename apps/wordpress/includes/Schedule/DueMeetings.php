<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Seats\PlannedMeeting;
use Bluebridge\WordPress\Seats\PlannedMeetings;
use Bluebridge\WordPress\Storage\Database;

/**
 * Which meetings have something to be done about them, and who does it. A meeting belongs to one run at
 * a time; a run that dies gives it back by letting its lease run out.
 */
final class DueMeetings
{
    /** Longer than a run works on one meeting, ms. */
    public const LEASE = 120_000;

    private const AT_ONCE = 20;

    /**
     * Lists what is due and belongs to nobody, the longest due first.
     *
     * @return list<PlannedMeeting>
     */
    public function list(int $now): array
    {
        $sql = 'SELECT * FROM %i WHERE due_at > 0 AND due_at <= %d AND leased_until <= %d ORDER BY due_at LIMIT %d';

        return array_map(PlannedMeeting::of(...), Database::rows($sql, PlannedMeetings::table(), $now, $now, self::AT_ONCE));
    }

    /** Tells when something is due next, epoch ms; 0 for never. */
    public function next(int $now): int
    {
        $sql = 'SELECT MIN(due_at) AS due_at FROM %i WHERE due_at > 0 AND leased_until <= %d';
        $row = Database::row($sql, PlannedMeetings::table(), $now);

        return (int) ($row['due_at'] ?? 0);
    }

    /** Takes a meeting; of many runs at once one is answered true. */
    public function take(int $id, int $now): bool
    {
        $sql = 'UPDATE %i SET leased_until = %d WHERE id = %d AND leased_until <= %d AND due_at > 0 AND due_at <= %d';

        return Database::change($sql, PlannedMeetings::table(), $now + self::LEASE, $id, $now, $now) === 1;
    }

    /**
     * Gives a meeting back.
     *
     * @param int $revision of the meeting that `$dueAt` was decided on; if it changed since, it is due at once
     * @param int $dueAt 0 when there is nothing left to do
     */
    public function giveBack(int $id, int $revision, int $dueAt, int $now): void
    {
        $sql = 'UPDATE %i SET leased_until = 0, due_at = CASE WHEN revision = %d THEN %d ELSE %d END WHERE id = %d';
        Database::change($sql, PlannedMeetings::table(), $revision, $dueAt, $now, $id);
    }

    /** Lets a meeting be looked after at once. */
    public function hasten(int $id, int $now): void
    {
        $sql = "UPDATE %i SET due_at = %d, revision = revision + 1 WHERE id = %d AND state <> 'ended' AND (due_at = 0 OR due_at > %d)";
        Database::change($sql, PlannedMeetings::table(), $now, $id, $now);
    }

    /** Tells whether anything will be due sometime. */
    public function hasWork(): bool
    {
        return Database::row('SELECT id FROM %i WHERE due_at > 0 LIMIT 1', PlannedMeetings::table()) !== null;
    }
}
