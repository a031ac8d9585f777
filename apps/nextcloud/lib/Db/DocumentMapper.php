<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Files of rooms. One is only ever found together with its room.
 *
 * @extends QBMapper<Document>
 */
class DocumentMapper extends QBMapper
{
    public const TABLE = 'bluebridge_documents';

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Document::class);
    }

    /** @return list<Document> of a room, in order */
    public function ofRoom(int $roomId): array
    {
        return array_values($this->findEntities($this->inRoom($roomId)->orderBy('id')));
    }

    public function find(int $roomId, int $id): ?Document
    {
        $query = $this->inRoom($roomId);
        $query->andWhere($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }

    public function forgetRoom(int $roomId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** Forgets what somebody chose whose account is gone. */
    public function forgetOwner(string $userId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('owner_id', $query->createNamedParameter($userId)))
            ->executeStatement();
    }

    private function inRoom(int $roomId): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)));
    }
}
