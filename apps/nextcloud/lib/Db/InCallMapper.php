<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Whose status says that they are in a call because this app set it. */
class InCallMapper
{
    private const TABLE = 'bluebridge_in_call';

    public function __construct(private readonly IDBConnection $db)
    {
    }

    public function note(string $userId, string $meetingID, int $now): void
    {
        $this->db->insertIgnoreConflict(self::TABLE, ['user_id' => $userId, 'meeting_id' => $meetingID]);
        $query = $this->db->getQueryBuilder();
        $query->update(self::TABLE)
            ->set('entered_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT))
            ->where($query->expr()->eq('user_id', $query->createNamedParameter($userId)))
            ->andWhere($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)))
            ->executeStatement();
    }

    /** @return array<string, int> when they entered a meeting, by user */
    public function ofMeeting(string $meetingID): array
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->select('user_id', 'entered_at')
            ->from(self::TABLE)
            ->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)))
            ->executeQuery();
        $entered = [];
        while (is_array($row = $result->fetch())) {
            $entered[is_string($row['user_id']) ? $row['user_id'] : ''] = is_numeric($row['entered_at']) ? (int) $row['entered_at'] : 0;
        }
        $result->closeCursor();

        return $entered;
    }

    /**
     * Lists meetings of which somebody's status tells, by their ids.
     *
     * @param string $after the last of those listed before; empty for the first ones
     * @return list<string>
     */
    public function meetings(string $after, int $most): array
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->selectDistinct('meeting_id')
            ->from(self::TABLE)
            ->where($query->expr()->gt('meeting_id', $query->createNamedParameter($after)))
            ->orderBy('meeting_id')
            ->setMaxResults($most)
            ->executeQuery();
        $meetings = [];
        while (is_string($meeting = $result->fetchOne())) {
            $meetings[] = $meeting;
        }
        $result->closeCursor();

        return $meetings;
    }

    /**
     * Lists those of some people who are in another meeting as well.
     *
     * @param list<string> $userIds
     * @return list<string>
     */
    public function inOthers(string $meetingID, array $userIds): array
    {
        $found = [];
        foreach (array_chunk($userIds, 500) as $some) {
            $query = $this->db->getQueryBuilder();
            $result = $query->selectDistinct('user_id')
                ->from(self::TABLE)
                ->where($query->expr()->neq('meeting_id', $query->createNamedParameter($meetingID)))
                ->andWhere($query->expr()->in('user_id', $query->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)))
                ->executeQuery();
            while (is_string($userId = $result->fetchOne())) {
                $found[] = $userId;
            }
            $result->closeCursor();
        }

        return $found;
    }

    /**
     * Forgets people of a meeting, besides those who have entered again.
     *
     * @param list<string> $userIds
     * @param int $enteredBy when the last of them had entered
     */
    public function forget(string $meetingID, array $userIds, int $enteredBy): void
    {
        foreach (array_chunk($userIds, 500) as $some) {
            $query = $this->db->getQueryBuilder();
            $query->delete(self::TABLE)
                ->where($query->expr()->eq('meeting_id', $query->createNamedParameter($meetingID)))
                ->andWhere($query->expr()->lte('entered_at', $query->createNamedParameter($enteredBy, IQueryBuilder::PARAM_INT)))
                ->andWhere($query->expr()->in('user_id', $query->createNamedParameter($some, IQueryBuilder::PARAM_STR_ARRAY)))
                ->executeStatement();
        }
    }

    public function forgetUser(string $userId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('user_id', $query->createNamedParameter($userId)))
            ->executeStatement();
    }
}
