<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** @extends QBMapper<Session> */
class SessionMapper extends QBMapper
{
    public const TABLE = 'bluebridge_sessions';

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Session::class);
    }

    /** @return list<Session> of a room that are not over and not in the trash, the soonest first */
    public function coming(int $roomId, int $now, int $most): array
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->gt('ends_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->eq('trashed_at', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->eq('calendar_trashed_at', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
            ->orderBy('starts_at')
            ->addOrderBy('id')
            ->setMaxResults($most);

        return array_values($this->findEntities($query));
    }

    /** @return list<Session> that an event of a calendar stands for */
    public function ofEvent(string $ownerId, string $calendarUri, string $objectUri): array
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('object_uri', $query->createNamedParameter($objectUri)))
            ->andWhere($query->expr()->eq('calendar_uri', $query->createNamedParameter($calendarUri)))
            ->andWhere($query->expr()->eq('owner_id', $query->createNamedParameter($ownerId)));

        return array_values($this->findEntities($query));
    }

    /** @return list<Session> in one calendar of somebody */
    public function ofCalendar(string $ownerId, string $calendarUri): array
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('owner_id', $query->createNamedParameter($ownerId)))
            ->andWhere($query->expr()->eq('calendar_uri', $query->createNamedParameter($calendarUri)));

        return array_values($this->findEntities($query));
    }

    /** @return list<Session> in the calendars of somebody, the latest first */
    public function ofOwner(string $userId): array
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('owner_id', $query->createNamedParameter($userId)))
            ->orderBy('starts_at', 'DESC');

        return array_values($this->findEntities($query));
    }

    public function forgetRoom(int $roomId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** Forgets those in the calendars of somebody who is gone. */
    public function forgetOwner(string $userId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('owner_id', $query->createNamedParameter($userId)))
            ->executeStatement();
    }
}
