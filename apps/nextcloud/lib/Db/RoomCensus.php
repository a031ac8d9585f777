<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Administration\RoomsWanted;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Rooms of everybody, as administrators look for them.
 *
 * @extends QBMapper<Room>
 */
class RoomCensus extends QBMapper
{
    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, RoomMapper::TABLE, Room::class);
    }

    /** @return list<Room> */
    public function find(RoomsWanted $wanted, int $offset, int $most): array
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')->from(RoomMapper::TABLE)->setFirstResult($offset)->setMaxResults($most);
        // Rooms that were longest not used come first where these are looked for.
        $query->orderBy($wanted->unusedSince > 0 ? 'opened_at' : 'name')->addOrderBy('id');

        return array_values($this->findEntities($this->narrow($query, $wanted)));
    }

    public function count(RoomsWanted $wanted): int
    {
        $query = $this->db->getQueryBuilder();
        $query->select($query->func()->count('id', 'found'))->from(RoomMapper::TABLE);

        return $this->number($this->narrow($query, $wanted));
    }

    /** Tells how many rooms have settled on a server. */
    public function countOnServer(string $server): int
    {
        $query = $this->db->getQueryBuilder();
        $query->select($query->func()->count('id', 'found'))
            ->from(RoomMapper::TABLE)
            ->where($query->expr()->eq('server', $query->createNamedParameter($server)));

        return $this->number($query);
    }

    /**
     * Lists rooms that were archived before a time, by their ids.
     *
     * @return list<Room>
     */
    public function archivedBefore(int $time, int $afterId, int $most): array
    {
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);
        $query->select('*')
            ->from(RoomMapper::TABLE)
            ->where($query->expr()->gt('archived_at', $number(0)))
            ->andWhere($query->expr()->lt('archived_at', $number($time)))
            ->andWhere($query->expr()->gt('id', $number($afterId)))
            ->orderBy('id')
            ->setMaxResults($most);

        return array_values($this->findEntities($query));
    }

    private function narrow(IQueryBuilder $query, RoomsWanted $wanted): IQueryBuilder
    {
        $expr = $query->expr();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);
        $conditions = [];
        if ($wanted->search !== '') {
            $like = $query->createNamedParameter('%' . $this->db->escapeLikeParameter($wanted->search) . '%');
            $conditions[] = $expr->orX($expr->iLike('name', $like), $expr->iLike('owner_id', $like));
        }
        if ($wanted->owner !== '') {
            $conditions[] = $expr->eq('owner_id', $query->createNamedParameter($wanted->owner));
        }
        if ($wanted->isArchived !== null) {
            $conditions[] = $wanted->isArchived ? $expr->gt('archived_at', $number(0)) : $expr->eq('archived_at', $number(0));
        }
        if ($wanted->unusedSince > 0) {
            $conditions[] = $expr->lt('opened_at', $number($wanted->unusedSince));
            $conditions[] = $expr->lt('created_at', $number($wanted->unusedSince));
        }
        if ($wanted->isForCalls) {
            $conditions[] = $expr->eq('ad_hoc', $query->createNamedParameter(true, IQueryBuilder::PARAM_BOOL));
        }
        foreach ($conditions as $condition) {
            $query->andWhere($condition);
        }

        return $query;
    }

    private function number(IQueryBuilder $query): int
    {
        $result = $query->executeQuery();
        $found = $result->fetchOne();
        $result->closeCursor();

        return is_numeric($found) ? (int) $found : 0;
    }
}
