<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** When people were last told something of a room, so that many causes at once are told once. */
class ToldMapper
{
    private const TABLE = 'bluebridge_told';

    public function __construct(private readonly IDBConnection $db)
    {
    }

    /** Takes the right to tell something. Of all who try, one in a while is answered true. */
    public function claim(int $roomId, string $what, int $now, int $notAfter): bool
    {
        $this->db->insertIgnoreConflict(self::TABLE, ['room_id' => $roomId, 'what' => $what]);
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->update(self::TABLE)
            ->set('told_at', $number($now))
            ->where($query->expr()->eq('room_id', $number($roomId)))
            ->andWhere($query->expr()->eq('what', $query->createNamedParameter($what)))
            ->andWhere($query->expr()->lte('told_at', $number($notAfter)))
            ->executeStatement() === 1;
    }

    public function forgetRoom(int $roomId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }
}
