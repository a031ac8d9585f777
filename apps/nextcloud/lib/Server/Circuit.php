<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Clock;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * What all requests know of a server that does not answer. After some lost answers in a row it is left
 * alone for a while; then one request may try, and the others wait for what comes of it.
 */
class Circuit
{
    /** Lost answers in a row. */
    public const MOST_LOST = 3;

    public const PAUSE_MS = 15_000;

    private const TABLE = 'bluebridge_circuits';

    public function __construct(private readonly IDBConnection $db, private readonly Clock $clock)
    {
    }

    /** Tells whether a request may be sent to a server now. */
    public function lets(string $server): bool
    {
        [$failures, $openUntil] = $this->read($server);
        if ($failures < self::MOST_LOST) {
            return true;
        }
        $now = $this->clock->now();
        // A clock that was set back must not keep a server away for good.
        $isOver = $openUntil <= $now || $openUntil > $now + self::PAUSE_MS;

        return $isOver && $this->claim($server, $openUntil, $now);
    }

    /** Notes that an answer was lost. */
    public function lost(string $server): void
    {
        $this->db->insertIgnoreConflict(self::TABLE, ['server' => self::key($server)]);
        $query = $this->of($server);
        $query->set('failures', $query->func()->add('failures', $query->expr()->literal(1, IQueryBuilder::PARAM_INT)))
            ->set('open_until', $query->createNamedParameter($this->clock->now() + self::PAUSE_MS, IQueryBuilder::PARAM_INT))
            ->executeStatement();
    }

    /** Notes that the server answered. */
    public function answered(string $server): void
    {
        if ($this->read($server)[0] > 0) {
            $query = $this->of($server);
            $query->set('failures', $query->createNamedParameter(0, IQueryBuilder::PARAM_INT))->executeStatement();
        }
    }

    private function claim(string $server, int $seen, int $now): bool
    {
        $query = $this->of($server);

        return $query->set('open_until', $query->createNamedParameter($now + self::PAUSE_MS, IQueryBuilder::PARAM_INT))
            ->andWhere($query->expr()->eq('open_until', $query->createNamedParameter($seen, IQueryBuilder::PARAM_INT)))
            ->executeStatement() === 1;
    }

    /** @return array{int, int} lost answers in a row, and until when the server is left alone */
    private function read(string $server): array
    {
        $query = $this->db->getQueryBuilder();
        $result = $query->select('failures', 'open_until')
            ->from(self::TABLE)
            ->where($query->expr()->eq('server', $query->createNamedParameter(self::key($server))))
            ->executeQuery();
        $row = $result->fetch();
        $result->closeCursor();

        $number = static fn (string $column): int => is_array($row) && is_numeric($row[$column] ?? null) ? (int) $row[$column] : 0;

        return [$number('failures'), $number('open_until')];
    }

    private function of(string $server): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder();

        return $query->update(self::TABLE)->where($query->expr()->eq('server', $query->createNamedParameter(self::key($server))));
    }

    private static function key(string $server): string
    {
        return hash('sha256', $server);
    }
}
