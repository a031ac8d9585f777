<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Our index of recordings. One is only ever found together with its room.
 *
 * @extends QBMapper<Recording>
 */
class RecordingMapper extends QBMapper
{
    public const TABLE = 'bluebridge_recordings';

    public const LISTS = 'bluebridge_rec_lists';

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Recording::class);
    }

    /** @return list<Recording> of a room, the latest first */
    public function ofRoom(int $roomId): array
    {
        return array_values($this->findEntities($this->inRoom($roomId)->orderBy('started_at', 'DESC')->addOrderBy('id', 'DESC')));
    }

    public function find(int $roomId, string $recordID): ?Recording
    {
        $query = $this->inRoom($roomId);
        $query->andWhere($query->expr()->eq('record_id', $query->createNamedParameter($recordID)));
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }

    /** Finds the recording of a public address, whose key is to be checked. */
    public function findById(int $id): ?Recording
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }

    /** Takes the right to tell people that a recording is ready. Of all who try, one is answered true. */
    public function claimTelling(Recording $recording, int $now): bool
    {
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->update(self::TABLE)
            ->set('told_at', $number($now))
            ->where($query->expr()->eq('id', $number($recording->getId())))
            ->andWhere($query->expr()->eq('told_at', $number(0)))
            ->executeStatement() === 1;
    }

    public function forgetRoom(int $roomId): void
    {
        foreach ([self::TABLE, self::LISTS] as $table) {
            $query = $this->db->getQueryBuilder();
            $query->delete($table)
                ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
                ->executeStatement();
        }
    }

    /** Takes the right to ask about the recordings of a room. Of all who try, one in a while is answered true. */
    public function claim(int $roomId, int $now, int $notAfter): bool
    {
        $this->db->insertIgnoreConflict(self::LISTS, ['room_id' => $roomId]);
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->update(self::LISTS)
            ->set('asked_at', $number($now))
            ->where($query->expr()->eq('room_id', $number($roomId)))
            ->andWhere($query->expr()->lte('asked_at', $number($notAfter)))
            ->executeStatement() === 1;
    }

    private function inRoom(int $roomId): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)));
    }
}
