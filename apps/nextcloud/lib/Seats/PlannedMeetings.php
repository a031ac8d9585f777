<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Db\Table;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * The ledger: meetings that are planned or run, whose seats they have, and until when. A promise of
 * seats is decided on what was read, and kept only if nobody made another one meanwhile: it takes the
 * turn after the last, which one of all who want it gets. So nothing is ever locked, and it is the same
 * on SQLite, MariaDB and PostgreSQL.
 *
 * @phpstan-import-type Changes from PlannedMeeting
 */
class PlannedMeetings
{
    public const TABLE = 'bluebridge_meetings';

    private readonly Table $table;

    public function __construct(private readonly IDBConnection $db)
    {
        $this->table = new Table($db, self::TABLE);
    }

    /** Gives the turn of the latest promise of an account. It must be read before what is decided on. */
    public function lastTurn(string $account): int
    {
        $query = $this->db->getQueryBuilder();
        $query->select($query->func()->max('turn'))
            ->from(self::TABLE)
            ->where($query->expr()->eq('account', Table::value($query, $account)));

        return Table::number($query);
    }

    /**
     * Lists the meetings of an account that have not ended.
     *
     * @return list<PlannedMeeting>
     */
    public function open(string $account): array
    {
        $query = self::notEnded($this->table->select(account: $account))->orderBy('opened_at')->addOrderBy('id');

        return array_map(PlannedMeeting::of(...), Table::rows($query));
    }

    /**
     * Lists the accounts on which rooms have meetings.
     *
     * @return list<string>
     */
    public function openAccounts(): array
    {
        $query = $this->db->getQueryBuilder()->selectDistinct('account')->from(self::TABLE);
        $query->where($query->expr()->gt('room_id', Table::value($query, 0)));

        return self::accountsIn(self::notEnded($query));
    }

    /** Finds the meeting of a room that has not ended. */
    public function openIn(int $roomId): ?PlannedMeeting
    {
        return self::first(self::notEnded($this->table->select(room_id: $roomId))->orderBy('id', 'DESC')->setMaxResults(1));
    }

    public function get(int $id): ?PlannedMeeting
    {
        return self::first($this->table->select(id: $id));
    }

    /**
     * Promises seats to a meeting that is about to be opened.
     *
     * @param int $turn the one after what was decided on
     * @return PlannedMeeting|null null when somebody else took the turn: then decide anew
     */
    public function add(string $account, int $turn, NewMeeting $meeting): ?PlannedMeeting
    {
        $isAdded = $this->table->add([
            'account' => $account,
            'turn' => $turn,
            'room_id' => $meeting->roomId,
            'meeting_id' => $meeting->meetingID,
            'locale' => $meeting->locale,
            'opened_at' => $meeting->openedAt,
            'planned_end_at' => $meeting->plannedEndAt,
            'seats' => $meeting->seats,
            'state' => 'planned',
            'due_at' => $meeting->openedAt + NewMeeting::OPENING_TAKES,
        ]);

        return $isAdded ? self::first($this->table->select(account: $account, turn: $turn)) : null;
    }

    /**
     * Changes what was promised to a meeting.
     *
     * @param Changes $changes
     * @return PlannedMeeting|null null when somebody else took the turn or changed the meeting
     */
    public function promise(PlannedMeeting $meeting, int $turn, array $changes): ?PlannedMeeting
    {
        return $this->write($meeting, ['turn' => $turn] + $changes);
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
    public function addForeign(string $account, string $meetingID, int $createTime, int $plannedEndAt, int $seats, int $people, int $seenAt): void
    {
        $this->table->add([
            'account' => $account,
            'meeting_id' => $meetingID,
            'create_time' => $createTime,
            'opened_at' => min($createTime, $seenAt),
            'planned_end_at' => $plannedEndAt,
            'seats' => $seats,
            'people' => $people,
            'state' => 'live',
        ]);
        $this->forgetTwins($account, $meetingID, $createTime);
    }

    /**
     * Notes that a meeting is over; answers whether it was not before.
     *
     * @param 'schedule'|'person'|'server'|'never_opened' $by
     */
    public function end(PlannedMeeting $meeting, string $by, int $now): bool
    {
        $query = $this->table->update([
            'state' => 'ended',
            'ended_at' => $now,
            'ended_by' => $by,
            // What follows the end is due at once.
            'due_at' => $meeting->roomId > 0 ? $now : 0,
        ], id: $meeting->id);
        $query->set('revision', $query->func()->add('revision', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)));

        return self::notEnded($query)->executeStatement() === 1;
    }

    /** Forgets what is over since long. The latest promise stays, because turns count on from it. */
    public function forgetEnded(int $before): void
    {
        foreach (self::accountsIn($this->db->getQueryBuilder()->selectDistinct('account')->from(self::TABLE)) as $account) {
            $query = $this->table->delete(account: $account, state: 'ended', due_at: 0);
            $isNotLatest = $query->expr()->neq('turn', Table::value($query, $this->lastTurn($account)));
            $query->andWhere($query->expr()->lt('ended_at', Table::value($query, $before)))
                ->andWhere($query->expr()->orX($query->expr()->isNull('turn'), $isNotLatest))
                ->executeStatement();
        }
    }

    /** Lets go of the meetings of a room that is gone. What still runs has come to its end with the room. */
    public function forgetRoom(int $roomId, int $now): void
    {
        $running = $this->table->update(['room_id' => 0, 'planned_end_at' => $now, 'due_at' => $now], room_id: $roomId);
        $running->set('revision', $running->func()->add('revision', $running->expr()->literal(1, IQueryBuilder::PARAM_INT)));
        self::notEnded($running)->executeStatement();
        $this->table->update(['room_id' => 0, 'due_at' => 0], room_id: $roomId)->executeStatement();
    }

    /** Two requests may see the same meeting of another system at once: whoever looks last sees both rows, and the first stays. */
    private function forgetTwins(string $account, string $meetingID, int $createTime): void
    {
        $same = ['account' => $account, 'meeting_id' => $meetingID, 'create_time' => $createTime, 'room_id' => 0, 'state' => 'live'];
        $first = self::first($this->table->select(...$same)->orderBy('id')->setMaxResults(1));
        if ($first !== null) {
            $query = $this->table->delete(...$same);
            $query->andWhere($query->expr()->gt('id', Table::value($query, $first->id)))->executeStatement();
        }
    }

    /** @param array<string, string|int> $changes */
    private function write(PlannedMeeting $meeting, array $changes): ?PlannedMeeting
    {
        $changes += ['revision' => $meeting->revision + 1];
        $query = $this->table->update($changes, id: $meeting->id, revision: $meeting->revision);

        return Table::changesOne($query) ? $this->get($meeting->id) : null;
    }

    private static function notEnded(IQueryBuilder $query): IQueryBuilder
    {
        return $query->andWhere($query->expr()->neq('state', Table::value($query, 'ended')));
    }

    private static function first(IQueryBuilder $query): ?PlannedMeeting
    {
        $row = Table::rows($query)[0] ?? null;

        return $row === null ? null : PlannedMeeting::of($row);
    }

    /** @return list<string> */
    private static function accountsIn(IQueryBuilder $query): array
    {
        return array_values(array_filter(array_column(Table::rows($query), 'account'), is_string(...)));
    }
}
