<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use OCP\DB\QueryBuilder\ICompositeExpression;
use OCP\DB\QueryBuilder\IExpressionBuilder;
use OCP\DB\QueryBuilder\ILiteral;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** Conditions of queries. */
final class Expressions implements IExpressionBuilder
{
    public function __construct(private readonly Names $names, private readonly string $provider)
    {
    }

    public function andX(...$x): ICompositeExpression
    {
        return new Composite('AND', array_map(strval(...), array_values($x)));
    }

    public function orX(...$x): ICompositeExpression
    {
        return new Composite('OR', array_map(strval(...), array_values($x)));
    }

    public function eq($x, $y, $type = null): string
    {
        return $this->compare($x, '=', $y);
    }

    public function neq($x, $y, $type = null): string
    {
        return $this->compare($x, '<>', $y);
    }

    public function lt($x, $y, $type = null): string
    {
        return $this->compare($x, '<', $y);
    }

    public function lte($x, $y, $type = null): string
    {
        return $this->compare($x, '<=', $y);
    }

    public function gt($x, $y, $type = null): string
    {
        return $this->compare($x, '>', $y);
    }

    public function gte($x, $y, $type = null): string
    {
        return $this->compare($x, '>=', $y);
    }

    public function isNull($x): string
    {
        return "{$this->names->column($x)} IS NULL";
    }

    public function isNotNull($x): string
    {
        return "{$this->names->column($x)} IS NOT NULL";
    }

    public function like($x, $y, $type = null): string
    {
        return $this->compare($x, 'LIKE', $y) . $this->escape();
    }

    public function iLike($x, $y, $type = null): string
    {
        $operator = $this->provider === IDBConnection::PLATFORM_POSTGRES ? 'ILIKE' : 'LIKE';

        return $this->compare($x, $operator, $y) . $this->escape();
    }

    public function in($x, $y, $type = null): string
    {
        return "{$this->names->column($x)} IN ({$this->names->column($y)})";
    }

    public function notIn($x, $y, $type = null): string
    {
        return "{$this->names->column($x)} NOT IN ({$this->names->column($y)})";
    }

    public function literal($input, $type = IQueryBuilder::PARAM_STR): ILiteral
    {
        return new Sql($type === IQueryBuilder::PARAM_INT ? (string) (int) $input : "'" . str_replace("'", "''", (string) $input) . "'");
    }

    private function compare(mixed $x, string $operator, mixed $y): string
    {
        return "{$this->names->column($x)} {$operator} {$this->names->column($y)}";
    }

    /** Only SQLite has to be told. */
    private function escape(): string
    {
        return $this->provider === IDBConnection::PLATFORM_SQLITE ? " ESCAPE '\\'" : '';
    }
}
