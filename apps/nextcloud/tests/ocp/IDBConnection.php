<?php

declare(strict_types=1);

namespace OCP;

use OCP\DB\IResult;
use OCP\DB\QueryBuilder\IQueryBuilder;

interface IDBConnection
{
    public const PLATFORM_MYSQL = 'mysql';
    public const PLATFORM_ORACLE = 'oracle';
    public const PLATFORM_POSTGRES = 'postgres';
    public const PLATFORM_SQLITE = 'sqlite';
    public const PLATFORM_MARIADB = 'mariadb';

    /** @return IQueryBuilder */
    public function getQueryBuilder();

    /** @param array<string, mixed> $values */
    public function insertIgnoreConflict(string $table, array $values): int;

    /**
     * @param array<string, mixed> $keys
     * @param array<string, mixed> $values
     * @param array<string, mixed> $updatePreconditionValues
     */
    public function setValues($table, array $keys, array $values, array $updatePreconditionValues = []): int;

    public function beginTransaction(): void;

    public function inTransaction(): bool;

    public function commit(): void;

    public function rollBack(): void;

    public function escapeLikeParameter(string $param): string;

    public function tableExists(string $table): bool;

    public function getDatabaseProvider(bool $strict = false): string;
}
