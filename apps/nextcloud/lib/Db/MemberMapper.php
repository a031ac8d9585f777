<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Model\MemberKind;
use OCP\AppFramework\Db\DoesNotExistException;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Members of rooms. One is only ever found together with its room, so that the id of a member of
 * another room leads nowhere.
 *
 * @extends QBMapper<Member>
 */
class MemberMapper extends QBMapper
{
    public const TABLE = 'bluebridge_members';

    public function __construct(IDBConnection $db)
    {
        parent::__construct($db, self::TABLE, Member::class);
    }

    /** @return list<Member> of a room, in the order in which they came */
    public function ofRoom(int $roomId): array
    {
        return array_values($this->findEntities($this->inRoom($roomId)->orderBy('id')));
    }

    public function find(int $roomId, int $id): ?Member
    {
        $query = $this->inRoom($roomId);

        return $this->one($query->andWhere($query->expr()->eq('id', $query->createNamedParameter($id, IQueryBuilder::PARAM_INT))));
    }

    public function findTarget(int $roomId, MemberKind $kind, string $target): ?Member
    {
        $query = $this->inRoom($roomId);
        $query->andWhere($query->expr()->eq('kind', $query->createNamedParameter($kind->value)))
            ->andWhere($query->expr()->eq('target', $query->createNamedParameter($target)));

        return $this->one($query);
    }

    /**
     * Lists the memberships somebody has in all rooms.
     *
     * @param list<string> $groups they are in
     * @param list<string> $teams they are in
     * @return list<Member>
     */
    public function ofPerson(string $userId, array $groups, array $teams): array
    {
        $query = $this->db->getQueryBuilder();
        $is = static fn (MemberKind $kind, array $targets) => $query->expr()->andX(
            $query->expr()->eq('kind', $query->createNamedParameter($kind->value)),
            $query->expr()->in('target', $query->createNamedParameter($targets, IQueryBuilder::PARAM_STR_ARRAY)),
        );
        $any = [$is(MemberKind::User, [$userId])];
        foreach (array_chunk($groups, 500) as $some) {
            $any[] = $is(MemberKind::Group, $some);
        }
        foreach (array_chunk($teams, 500) as $some) {
            $any[] = $is(MemberKind::Team, $some);
        }
        $query->select('*')->from(self::TABLE)->where($query->expr()->orX(...$any));

        return array_values($this->findEntities($query));
    }

    /** Tells whether any room is shared with a team. */
    public function knowTeams(): bool
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->select('id')
            ->from(self::TABLE)
            ->where($query->expr()->eq('kind', $query->createNamedParameter(MemberKind::Team->value)))
            ->setMaxResults(1)
            ->executeQuery();
        $isAny = $result->fetchOne() !== false;
        $result->closeCursor();

        return $isAny;
    }

    public function forgetRoom(int $roomId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** Takes somebody, a group or a team that is gone out of all rooms. */
    public function forgetTarget(MemberKind $kind, string $target): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('kind', $query->createNamedParameter($kind->value)))
            ->andWhere($query->expr()->eq('target', $query->createNamedParameter($target)))
            ->executeStatement();
    }

    private function inRoom(int $roomId): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->select('*')
            ->from(self::TABLE)
            ->where($query->expr()->eq('room_id', $query->createNamedParameter($roomId, IQueryBuilder::PARAM_INT)));
    }

    private function one(IQueryBuilder $query): ?Member
    {
        try {
            return $this->findEntity($query);
        } catch (DoesNotExistException) {
            return null;
        }
    }
}
