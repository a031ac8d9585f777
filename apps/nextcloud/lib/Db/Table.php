<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use Closure;
use OCP\DB\Exception;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** A table whose rows change on conditions: each change is one statement, and means the same on each database. */
final class Table
{
    public function __construct(private readonly IDBConnection $db, private readonly string $name)
    {
    }

    /** Begins a question about the rows that have certain values. */
    public function select(string|int ...$equal): IQueryBuilder
    {
        return self::equal($this->db->getQueryBuilder()->select('*')->from($this->name), $equal);
    }

    /**
     * Begins a change of the rows that have certain values.
     *
     * @param array<string, string|int> $changes by column
     */
    public function update(array $changes, string|int ...$equal): IQueryBuilder
    {
        $query = $this->db->getQueryBuilder()->update($this->name);
        foreach ($changes as $column => $value) {
            $query->set($column, self::value($query, $value));
        }

        return self::equal($query, $equal);
    }

    /** Begins taking away the rows that have certain values. */
    public function delete(string|int ...$equal): IQueryBuilder
    {
        return self::equal($this->db->getQueryBuilder()->delete($this->name), $equal);
    }

    /**
     * Adds a row; answers whether its keys were free.
     *
     * @param array<string, string|int> $values by column
     */
    public function add(array $values): bool
    {
        return $this->db->insertIgnoreConflict($this->name, $values) === 1;
    }

    /** Changes one row, unless it has changed or another has the key it would get. */
    public static function changesOne(IQueryBuilder $query): bool
    {
        return self::unlessTaken($query->executeStatement(...)) === 1;
    }

    /**
     * Writes, unless another row has a key it would get: somebody else was first.
     *
     * @template T of object|int
     * @param Closure(): T $write
     * @return T|null
     */
    public static function unlessTaken(Closure $write): mixed
    {
        try {
            return $write();
        } catch (Exception $error) {
            if ($error->getReason() === Exception::REASON_UNIQUE_CONSTRAINT_VIOLATION) {
                return null;
            }
            throw $error;
        }
    }

    /** @return list<array<string, mixed>> */
    public static function rows(IQueryBuilder $query): array
    {
        $rows = [];
        $result = $query->executeQuery();
        while (is_array($row = $result->fetch())) {
            /** @var array<string, mixed> $row */
            $rows[] = $row;
        }
        $result->closeCursor();

        return $rows;
    }

    /** Asks for one number, such as a maximum or a column of one row; 0 for none. */
    public static function number(IQueryBuilder $query): int
    {
        $result = $query->executeQuery();
        $number = $result->fetchOne();
        $result->closeCursor();

        return is_numeric($number) ? (int) $number : 0;
    }

    /** Puts a value into a query. */
    public static function value(IQueryBuilder $query, string|int $value): mixed
    {
        return $query->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR);
    }

    /** @param array<array-key, string|int> $equal by column */
    private static function equal(IQueryBuilder $query, array $equal): IQueryBuilder
    {
        foreach ($equal as $column => $value) {
            $query->andWhere($query->expr()->eq((string) $column, self::value($query, $value)));
        }

        return $query;
    }
}
