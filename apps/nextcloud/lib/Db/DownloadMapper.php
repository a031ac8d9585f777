<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Files that a meeting server may fetch. Of each address only a hash is kept. */
class DownloadMapper
{
    private const TABLE = 'bluebridge_downloads';

    public function __construct(private readonly IDBConnection $db)
    {
    }

    public function add(string $secret, string $userId, int $fileId, int $expiresAt): void
    {
        $this->db->insertIgnoreConflict(self::TABLE, [
            'secret_hash' => self::hash($secret),
            'user_id' => $userId,
            'file_id' => $fileId,
            'expires_at' => $expiresAt,
        ]);
    }

    /**
     * Takes one fetch of a file.
     *
     * @param int $most fetches
     * @param int $withinMs how long after the first of them the others come
     * @return array{userId: string, fileId: int}|null null when there is none left
     */
    public function take(string $secret, int $now, int $most, int $withinMs): ?array
    {
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);
        $is = $query->expr()->eq('secret_hash', $query->createNamedParameter(self::hash($secret)));
        $isFirst = $query->update(self::TABLE)
            ->set('fetches', $number(1))
            ->set('fetched_at', $number($now))
            ->where($is)
            ->andWhere($query->expr()->eq('fetches', $number(0)))
            ->andWhere($query->expr()->gt('expires_at', $number($now)))
            ->executeStatement() === 1;

        return $isFirst || $this->takeNext($secret, $now, $most, $withinMs) ? $this->read($secret) : null;
    }

    public function tidy(int $now): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->lt('expires_at', $query->createNamedParameter($now, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** Forgets the addresses of somebody's files whose account is gone; nothing could be fetched from them. */
    public function forgetUser(string $userId): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->eq('user_id', $query->createNamedParameter($userId)))
            ->executeStatement();
    }

    private function takeNext(string $secret, int $now, int $most, int $withinMs): bool
    {
        $query = $this->db->getQueryBuilder();
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->update(self::TABLE)
            ->set('fetches', $query->func()->add('fetches', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)))
            ->where($query->expr()->eq('secret_hash', $query->createNamedParameter(self::hash($secret))))
            ->andWhere($query->expr()->gt('fetches', $number(0)))
            ->andWhere($query->expr()->lt('fetches', $number($most)))
            ->andWhere($query->expr()->gt('fetched_at', $number($now - $withinMs)))
            ->executeStatement() === 1;
    }

    /** @return array{userId: string, fileId: int}|null */
    private function read(string $secret): ?array
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->select('user_id', 'file_id')
            ->from(self::TABLE)
            ->where($query->expr()->eq('secret_hash', $query->createNamedParameter(self::hash($secret))))
            ->executeQuery();
        $row = $result->fetch();
        $result->closeCursor();

        return is_array($row) && is_string($row['user_id']) && is_numeric($row['file_id'])
            ? ['userId' => $row['user_id'], 'fileId' => (int) $row['file_id']]
            : null;
    }

    private static function hash(string $secret): string
    {
        return hash('sha256', $secret);
    }
}
