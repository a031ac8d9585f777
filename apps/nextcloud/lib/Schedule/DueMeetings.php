<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Schedule;

use OCA\Bluebridge\Db\Table;
use OCA\Bluebridge\Seats\PlannedMeeting;
use OCA\Bluebridge\Seats\PlannedMeetings;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Which meetings have something to be done about them, and who does it. A meeting belongs to one run at
 * a time; a run that dies gives it back by letting its lease run out.
 */
class DueMeetings
{
    /** Longer than a run works on one meeting, ms. */
    public const LEASE = 120_000;

    private const AT_ONCE = 20;

    private readonly Table $table;

    public function __construct(private readonly IDBConnection $db)
    {
        $this->table = new Table($db, PlannedMeetings::TABLE);
    }

    /**
     * Lists what is due and belongs to nobody, the longest due first.
     *
     * @return list<PlannedMeeting>
     */
    public function list(int $now): array
    {
        $query = self::dueAt($this->table->select(), $now)->orderBy('due_at')->setMaxResults(self::AT_ONCE);

        return array_map(PlannedMeeting::of(...), Table::rows($query));
    }

    /** Tells when something is due next, epoch ms; 0 for never. */
    public function next(int $now): int
    {
        $query = $this->db->getQueryBuilder();
        $query->select($query->func()->min('due_at'))
            ->from(PlannedMeetings::TABLE)
            ->where($query->expr()->gt('due_at', Table::value($query, 0)))
            ->andWhere($query->expr()->lte('leased_until', Table::value($query, $now)));

        return Table::number($query);
    }

    /** Takes a meeting; of many runs at once one is answered true. */
    public function take(int $id, int $now): bool
    {
        return self::dueAt($this->table->update(['leased_until' => $now + self::LEASE], id: $id), $now)->executeStatement() === 1;
    }

    /**
     * Gives a meeting back.
     *
     * @param int $revision of the meeting that `$dueAt` was decided on; if it changed since, it is due at once
     * @param int $dueAt 0 when there is nothing left to do
     */
    public function giveBack(int $id, int $revision, int $dueAt, int $now): void
    {
        $isAsDecided = $this->table->update(['leased_until' => 0, 'due_at' => $dueAt], id: $id, revision: $revision)->executeStatement() === 1;
        if (!$isAsDecided) {
            $this->table->update(['leased_until' => 0, 'due_at' => $now], id: $id)->executeStatement();
        }
    }

    /** Lets a meeting be looked after at once. */
    public function hasten(int $id, int $now): void
    {
        $query = $this->table->update(['due_at' => $now], id: $id);
        $query->set('revision', $query->func()->add('revision', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->neq('state', Table::value($query, 'ended')))
            ->andWhere($query->expr()->orX(
                $query->expr()->eq('due_at', Table::value($query, 0)),
                $query->expr()->gt('due_at', Table::value($query, $now)),
            ))
            ->executeStatement();
    }

    private static function dueAt(IQueryBuilder $query, int $now): IQueryBuilder
    {
        return $query->andWhere($query->expr()->gt('due_at', Table::value($query, 0)))
            ->andWhere($query->expr()->lte('due_at', Table::value($query, $now)))
            ->andWhere($query->expr()->lte('leased_until', Table::value($query, $now)));
    }
}
