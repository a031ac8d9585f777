<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Closure;
use Doctrine\DBAL\Connection as Doctrine;
use Doctrine\DBAL\Exception as DoctrineException;
use Doctrine\DBAL\Exception\UniqueConstraintViolationException;
use Doctrine\DBAL\Platforms\AbstractMySQLPlatform;
use Doctrine\DBAL\Platforms\MariaDBPlatform;
use Doctrine\DBAL\Platforms\PostgreSQLPlatform;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/** A real database behind Nextcloud's interface; it counts what it is asked. */
final class Connection implements IDBConnection
{
    /** Before each table, as installations have it. */
    public const PREFIX = 'oc_';

    /** @var list<string> */
    private array $statements = [];

    public function __construct(public readonly Doctrine $doctrine)
    {
    }

    public function getQueryBuilder()
    {
        return new QueryBuilder($this);
    }

    /**
     * Notes a statement, runs it, and gives errors as Nextcloud does.
     *
     * @template T
     * @param Closure(): T $run
     * @return T
     */
    public function run(string $sql, Closure $run): mixed
    {
        $this->statements[] = $sql;
        try {
            return $run();
        } catch (DoctrineException $error) {
            throw new DatabaseError($error);
        }
    }

    /** @return list<string> what was asked since the last time */
    public function takeStatements(): array
    {
        [$taken, $this->statements] = [$this->statements, []];

        return $taken;
    }

    public function insertIgnoreConflict(string $table, array $values): int
    {
        try {
            return $this->insert($table, $values);
        } catch (DatabaseError $error) {
            if ($error->getPrevious() instanceof UniqueConstraintViolationException) {
                return 0;
            }
            throw $error;
        }
    }

    public function setValues($table, array $keys, array $values, array $updatePreconditionValues = []): int
    {
        if ($this->insertIgnoreConflict($table, $keys + $values) === 1) {
            return 1;
        }
        $query = $this->getQueryBuilder();
        $query->update($table);
        foreach ($values as $column => $value) {
            $query->set($column, $query->createNamedParameter($value, self::typeOf($value)));
        }
        foreach ($keys + $updatePreconditionValues as $column => $value) {
            $query->andWhere($query->expr()->eq($column, $query->createNamedParameter($value, self::typeOf($value))));
        }

        return $query->executeStatement();
    }

    public function beginTransaction(): void
    {
        $this->doctrine->beginTransaction();
    }

    public function inTransaction(): bool
    {
        return $this->doctrine->isTransactionActive();
    }

    public function commit(): void
    {
        $this->doctrine->commit();
    }

    public function rollBack(): void
    {
        $this->doctrine->rollBack();
    }

    public function escapeLikeParameter(string $param): string
    {
        return addcslashes($param, '\\_%');
    }

    public function tableExists(string $table): bool
    {
        return $this->doctrine->createSchemaManager()->tablesExist([self::PREFIX . $table]);
    }

    public function getDatabaseProvider(bool $strict = false): string
    {
        $platform = $this->doctrine->getDatabasePlatform();

        return match (true) {
            $platform instanceof MariaDBPlatform => $strict ? self::PLATFORM_MARIADB : self::PLATFORM_MYSQL,
            $platform instanceof AbstractMySQLPlatform => self::PLATFORM_MYSQL,
            $platform instanceof PostgreSQLPlatform => self::PLATFORM_POSTGRES,
            default => self::PLATFORM_SQLITE,
        };
    }

    /** @param array<string, mixed> $values */
    private function insert(string $table, array $values): int
    {
        $query = $this->getQueryBuilder();
        $query->insert($table);
        foreach ($values as $column => $value) {
            $query->setValue($column, $query->createNamedParameter($value, self::typeOf($value)));
        }
        // PostgreSQL gives up a whole transaction for one failed statement, not a nested one.
        $this->doctrine->setNestTransactionsWithSavepoints(true);

        return $this->doctrine->transactional(static fn (): int => $query->executeStatement());
    }

    private static function typeOf(mixed $value): int|string
    {
        return match (true) {
            is_int($value) => IQueryBuilder::PARAM_INT,
            is_bool($value) => IQueryBuilder::PARAM_BOOL,
            $value === null => IQueryBuilder::PARAM_NULL,
            default => IQueryBuilder::PARAM_STR,
        };
    }
}
