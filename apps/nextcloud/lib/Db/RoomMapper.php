<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** @extends QBMapper<Room> */
class RoomMapper extends QBMapper
{
    public const TABLE = 'bluebridge_rooms';

    /** Databases take so many values in one list. */
    private const MOST_IN_LIST = 1_000;

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Room::class);
    }

    public function find(int $id): ?Room
    {
        $query = $this->select();

        return $this->one($query->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT))));
    }

    /** Finds the room behind a public address. */
    public function findByToken(string $token): ?Room
    {
        $query = $this->select();

        return $this->one($query->where($query->expr()->eq('token', $query->createNamedParameter($token))));
    }

    public function findByMeeting(string $meetingId): ?Room
    {
        $query = $this->select();

        return $this->one($query->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingId))));
    }

    /** @return list<Room> that belong to somebody */
    public function ofOwner(string $userId): array
    {
        $query = $this->select();
        $query->where($query->expr()->eq('owner_id', $query->createNamedParameter($userId)))->orderBy('name')->addOrderBy('id');

        return array_values($this->findEntities($query));
    }

    /**
     * Tells how many rooms somebody has that are not archived, besides those of calls.
     *
     * @param int|null $untilId the latest that counts
     */
    public function countOfOwner(string $userId, ?int $untilId = null): int
    {
        $query = $this->db->getQueryBuilder();
        $query->select($query->func()->count('id', 'made'))
            ->from(self::TABLE)
            ->where($query->expr()->eq('owner_id', $query->createNamedParameter($userId)))
            ->andWhere($query->expr()->eq('archived_at', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->orX(
                $query->expr()->isNull('ad_hoc'),
                $query->expr()->eq('ad_hoc', $query->createNamedParameter(false, IQueryBuilder::PARAM_BOOL)),
            ));
        if ($untilId !== null) {
            $query->andWhere($query->expr()->lte('id', $query->createNamedParameter($untilId, IQueryBuilder::PARAM_INT)));
        }
        $result = $query->executeQuery();
        $made = $result->fetchOne();
        $result->closeCursor();

        return is_numeric($made) ? (int) $made : 0;
    }

    /**
     * @param list<int> $ids
     * @return list<Room>
     */
    public function all(array $ids): array
    {
        $rooms = [];
        foreach (array_chunk($ids, self::MOST_IN_LIST) as $some) {
            $query = $this->select();
            $query->where($query->expr()->in('id', $query->createNamedParameter($some, IQueryBuilder::PARAM_INT_ARRAY)));
            array_push($rooms, ...array_values($this->findEntities($query)));
        }

        return $rooms;
    }

    /**
     * Lists rooms that ever had a meeting, by their ids.
     *
     * @return list<Room>
     */
    public function openedAfterId(int $id, int $most): array
    {
        $query = $this->select();
        $query->where($query->expr()->gt('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->gt('opened_at', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
            ->orderBy('id')
            ->setMaxResults($most);

        return array_values($this->findEntities($query));
    }

    /**
     * Lists all rooms, by their ids.
     *
     * @return list<Room>
     */
    public function afterId(int $id, int $most): array
    {
        $query = $this->select();
        $query->where($query->expr()->gt('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
            ->orderBy('id')
            ->setMaxResults($most);

        return array_values($this->findEntities($query));
    }

    private function select(): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->select('*')->from(self::TABLE);
    }

    private function one(IQueryBuilder $query): ?Room
    {
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }
}
