<?php

declare(strict_types=1);

namespace OCP\DB\QueryBuilder;

use OCP\DB\IResult;
use OCP\IDBConnection;

interface IQueryBuilder
{
    public const PARAM_NULL = \Doctrine\DBAL\ParameterType::NULL;
    public const PARAM_BOOL = \Doctrine\DBAL\Types\Types::BOOLEAN;
    public const PARAM_INT = \Doctrine\DBAL\ParameterType::INTEGER;
    public const PARAM_STR = \Doctrine\DBAL\ParameterType::STRING;
    public const PARAM_LOB = \Doctrine\DBAL\ParameterType::LARGE_OBJECT;
    public const PARAM_DATETIME_IMMUTABLE = \Doctrine\DBAL\Types\Types::DATETIME_IMMUTABLE;
    public const PARAM_JSON = 'json';
    public const PARAM_INT_ARRAY = \Doctrine\DBAL\ArrayParameterType::INTEGER;
    public const PARAM_STR_ARRAY = \Doctrine\DBAL\ArrayParameterType::STRING;

    /** @return IExpressionBuilder */
    public function expr();

    /** @return IFunctionBuilder */
    public function func();

    public function executeQuery(?IDBConnection $connection = null): IResult;

    public function executeStatement(?IDBConnection $connection = null): int;

    /** @return string */
    public function getSQL();

    /** @return $this */
    public function setParameter($key, $value, $type = null);

    /** @return $this */
    public function setFirstResult($firstResult);

    /** @return $this */
    public function setMaxResults($maxResults);

    /** @return $this */
    public function select(...$selects);

    /** @return $this */
    public function selectAlias($select, $alias);

    /** @return $this */
    public function selectDistinct($select);

    /** @return $this */
    public function addSelect(...$select);

    /** @return $this */
    public function delete($delete = null, $alias = null);

    /** @return $this */
    public function update($update = null, $alias = null);

    /** @return $this */
    public function insert($insert = null);

    /** @return $this */
    public function from($from, $alias = null);

    /** @return $this */
    public function innerJoin($fromAlias, $join, $alias, $condition = null);

    /** @return $this */
    public function leftJoin($fromAlias, $join, $alias, $condition = null);

    /** @return $this */
    public function set($key, $value);

    /** @return $this */
    public function where(...$predicates);

    /** @return $this */
    public function andWhere(...$where);

    /** @return $this */
    public function orWhere(...$where);

    /** @return $this */
    public function groupBy(...$groupBys);

    /** @return $this */
    public function setValue($column, $value);

    /**
     * @param array<string, mixed> $values
     * @return $this
     */
    public function values(array $values);

    /** @return $this */
    public function orderBy($sort, $order = null);

    /** @return $this */
    public function addOrderBy($sort, $order = null);

    /**
     * @param mixed $value
     * @return IParameter
     */
    public function createNamedParameter($value, $type = self::PARAM_STR, $placeHolder = null);

    /** @return IParameter */
    public function createParameter($name);

    /** @return IQueryFunction */
    public function createFunction($call);

    public function getLastInsertId(): int;
}
