<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Personal links. Of what is in one only a hash is kept, and one is only ever found by its secret or
 * together with its room.
 *
 * @extends QBMapper<Link>
 */
class LinkMapper extends QBMapper
{
    public const TABLE = 'bluebridge_links';

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Link::class);
    }

    public static function hash(string $secret): string
    {
        return hash('sha256', $secret);
    }

    public function findBySecret(string $secret): ?Link
    {
        $query = $this->db->getQueryBuilder();
        $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('secret_hash', $query->createNamedParameter(self::hash($secret))));

        return $this->one($query);
    }

    /** @return list<Link> of a room that were not taken back, the latest first */
    public function ofRoom(int $roomId): array
    {
        return array_values($this->findEntities($this->inRoom($roomId)->orderBy('id', 'DESC')));
    }

    public function find(int $roomId, int $id): ?Link
    {
        $query = $this->inRoom($roomId);

        return $this->one($query->andWhere($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT))));
    }

    public function forgetRoom(int $roomId): void
    {
        $this->forget('room_id', $roomId);
    }

    /** Forgets those that were made for a member who is gone. */
    public function forgetMember(int $memberId): void
    {
        $this->forget('member_id', $memberId);
    }

    /** Lets the link of a member say what the member is now. */
    public function setRoleOfMember(int $memberId, string $role): void
    {
        $query = $this->db->getQueryBuilder();
        $query->update(self::TABLE)
            ->set('role', $query->createNamedParameter($role))
            ->where($query->expr()->eq('member_id', $query->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    private function forget(string $column, int $id): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq($column, $query->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    private function inRoom(int $roomId): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('room_id', $number($roomId)))
            ->andWhere($query->expr()->eq('revoked_at', $number(0)));
    }

    private function one(IQueryBuilder $query): ?Link
    {
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }
}
