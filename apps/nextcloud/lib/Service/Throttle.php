<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Service;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Exception\Problem;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;
use OCP\IRequest;
use OCP\Security\ICrypto;

/**
 * Counts tries from an address, so that nobody guesses for long. A table keeps the count: rate limits
 * of Nextcloud do nothing where it has no memory cache. Rows change on condition, so of many tries at
 * once no more get through than of one after the other.
 */
class Throttle
{
    private const TABLE = 'bluebridge_tries';

    private const DAY_MS = 86_400_000;

    public function __construct(
        private readonly IDBConnection $db,
        private readonly IRequest $request,
        private readonly ICrypto $crypto,
        private readonly Clock $clock,
    ) {
    }

    /**
     * Takes a try before it is made.
     *
     * @param string $what is tried, with what it belongs to, such as `code 7`
     * @param int $most tries in that time
     * @param int $perMs from the first of them
     * @throws Problem `too_many_tries` when there is none left
     */
    public function take(string $what, int $most, int $perMs): void
    {
        $bucket = $this->bucket($what);
        $now = $this->clock->now();
        $this->db->insertIgnoreConflict(self::TABLE, ['bucket' => $bucket]);
        if ($this->beginAnew($bucket, $now, $perMs) || $this->count($bucket, $now, $perMs, $most)) {
            return;
        }
        $left = $this->beganAt($bucket) + $perMs - $now;
        throw Problem::tooManyTries(max(1, intdiv($left + 999, 1000)));
    }

    /** Gives a try back that was a good one, so that a class behind one address is not counted. */
    public function giveBack(string $what): void
    {
        $query = $this->of($this->bucket($what));
        $query->set('tries', $query->func()->subtract('tries', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->gt('tries', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    /** Forgets what is older than a day. */
    public function tidy(): void
    {
        $query = $this->db->getQueryBuilder();
        $query->delete(self::TABLE)
            ->where($query->expr()->lt('began_at', $query->createNamedParameter($this->clock->now() - self::DAY_MS, IQueryBuilder::PARAM_INT)))
            ->executeStatement();
    }

    private function beginAnew(string $bucket, int $now, int $perMs): bool
    {
        $query = $this->of($bucket);
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->set('tries', $number(1))
            ->set('began_at', $number($now))
            // A clock that was set back must not shut anybody out for good; one that is a little behind is no way in.
            ->andWhere($query->expr()->orX(
                $query->expr()->lte('began_at', $number($now - $perMs)),
                $query->expr()->gt('began_at', $number($now + $perMs)),
            ))
            ->executeStatement() === 1;
    }

    private function count(string $bucket, int $now, int $perMs, int $most): bool
    {
        $query = $this->of($bucket);
        $number = static fn (int $value): mixed => $query->createNamedParameter($value, IQueryBuilder::PARAM_INT);

        return $query->set('tries', $query->func()->add('tries', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)))
            ->andWhere($query->expr()->gt('began_at', $number($now - $perMs)))
            ->andWhere($query->expr()->lte('began_at', $number($now + $perMs)))
            ->andWhere($query->expr()->lt('tries', $number($most)))
            ->executeStatement() === 1;
    }

    private function beganAt(string $bucket): int
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->select('began_at')
            ->from(self::TABLE)
            ->where($query->expr()->eq('bucket', $query->createNamedParameter($bucket)))
            ->executeQuery();
        $beganAt = $result->fetchOne();
        $result->closeCursor();

        return is_numeric($beganAt) ? (int) $beganAt : 0;
    }

    private function of(string $bucket): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->update(self::TABLE)->where($query->expr()->eq('bucket', $query->createNamedParameter($bucket)));
    }

    /** Nobody reads from the table who has tried what. Of the many addresses one line has, their common part counts. */
    private function bucket(string $what): string
    {
        $bytes = inet_pton($this->request->getRemoteAddress());
        $address = $bytes === false ? 'unknown' : bin2hex(strlen($bytes) === 16 ? substr($bytes, 0, 8) : $bytes);

        return substr(bin2hex($this->crypto->calculateHMAC("{$what} {$address}")), 0, 64);
    }
}
