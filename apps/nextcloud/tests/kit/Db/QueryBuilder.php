<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Doctrine\DBAL\Query\QueryBuilder as Doctrine;
use OCP\DB\IResult;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Builds queries with Doctrine, as Nextcloud does. */
final class QueryBuilder implements IQueryBuilder
{
    private readonly Doctrine $query;

    private readonly Names $names;

    private int $parameters = 0;

    public function __construct(private readonly Connection $connection)
    {
        $this->query = $connection->doctrine->createQueryBuilder();
        $this->names = new Names($connection->doctrine);
    }

    public function expr()
    {
        return new Expressions($this->names, $this->connection->getDatabaseProvider());
    }

    public function func()
    {
        return new Functions($this->names);
    }

    public function executeQuery(?IDBConnection $connection = null): IResult
    {
        return new Result($this->connection->run($this->getSQL(), fn () => $this->query->executeQuery()));
    }

    public function executeStatement(?IDBConnection $connection = null): int
    {
        return (int) $this->connection->run($this->getSQL(), fn () => $this->query->executeStatement());
    }

    public function getSQL()
    {
        return $this->query->getSQL();
    }

    public function setParameter($key, $value, $type = null)
    {
        $this->query->setParameter($key, $value, $type);

        return $this;
    }

    public function setFirstResult($firstResult)
    {
        $this->query->setFirstResult((int) $firstResult);

        return $this;
    }

    public function setMaxResults($maxResults)
    {
        $this->query->setMaxResults($maxResults);

        return $this;
    }

    public function select(...$selects)
    {
        $this->query->select(...$this->columns($selects));

        return $this;
    }

    public function selectAlias($select, $alias)
    {
        $this->query->addSelect("{$this->names->column($select)} AS {$this->names->column($alias)}");

        return $this;
    }

    public function selectDistinct($select)
    {
        $this->query->distinct()->addSelect(...$this->columns([$select]));

        return $this;
    }

    public function addSelect(...$select)
    {
        $this->query->addSelect(...$this->columns($select));

        return $this;
    }

    public function delete($delete = null, $alias = null)
    {
        $this->query->delete($this->names->table((string) $delete));

        return $this;
    }

    public function update($update = null, $alias = null)
    {
        $this->query->update($this->names->table((string) $update));

        return $this;
    }

    public function insert($insert = null)
    {
        $this->query->insert($this->names->table((string) $insert));

        return $this;
    }

    public function from($from, $alias = null)
    {
        $this->query->from($this->names->table($from), $alias === null ? null : $this->names->column($alias));

        return $this;
    }

    public function innerJoin($fromAlias, $join, $alias, $condition = null)
    {
        $this->query->innerJoin($this->names->column($fromAlias), $this->names->table($join), $this->names->column($alias), (string) $condition);

        return $this;
    }

    public function leftJoin($fromAlias, $join, $alias, $condition = null)
    {
        $this->query->leftJoin($this->names->column($fromAlias), $this->names->table($join), $this->names->column($alias), (string) $condition);

        return $this;
    }

    public function set($key, $value)
    {
        $this->query->set($this->names->column($key), $this->names->column($value));

        return $this;
    }

    public function where(...$predicates)
    {
        $this->query->where(...array_map(strval(...), $predicates));

        return $this;
    }

    public function andWhere(...$where)
    {
        $this->query->andWhere(...array_map(strval(...), $where));

        return $this;
    }

    public function orWhere(...$where)
    {
        $this->query->orWhere(...array_map(strval(...), $where));

        return $this;
    }

    public function groupBy(...$groupBys)
    {
        $this->query->groupBy(...$this->columns($groupBys));

        return $this;
    }

    public function setValue($column, $value)
    {
        $this->query->setValue($this->names->column($column), (string) $value);

        return $this;
    }

    public function values(array $values)
    {
        foreach ($values as $column => $value) {
            $this->setValue($column, $value);
        }

        return $this;
    }

    public function orderBy($sort, $order = null)
    {
        $this->query->orderBy($this->names->column($sort), $order);

        return $this;
    }

    public function addOrderBy($sort, $order = null)
    {
        $this->query->addOrderBy($this->names->column($sort), $order);

        return $this;
    }

    public function createNamedParameter($value, $type = self::PARAM_STR, $placeHolder = null)
    {
        $name = $placeHolder === null ? 'value' . ++$this->parameters : ltrim($placeHolder, ':');
        $this->query->setParameter($name, $value, $type);

        return new Sql(":{$name}");
    }

    public function createParameter($name)
    {
        return new Sql(":{$name}");
    }

    public function createFunction($call)
    {
        return new Sql($call);
    }

    public function getLastInsertId(): int
    {
        return (int) $this->connection->doctrine->lastInsertId();
    }

    /**
     * @param array<mixed> $columns
     * @return list<string>
     */
    private function columns(array $columns): array
    {
        $flat = is_array($columns[0] ?? null) ? $columns[0] : $columns;

        return array_map($this->names->column(...), array_values($flat));
    }
}
