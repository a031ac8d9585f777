<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests;

use Doctrine\DBAL\Connection as Doctrine;
use Doctrine\DBAL\DriverManager;
use OCA\Bluebridge\Tests\Kit\Db\Connection;

/**
 * The database that BLUEBRIDGE_DATABASE describes as JSON for Doctrine; otherwise SQLite in memory.
 * It gets its tables once, and each test finds them empty.
 */
final class TestDatabase
{
    private static ?Doctrine $shared = null;

    /** @var list<string> */
    private static array $tables = [];

    private function __construct(public readonly Doctrine $connection, public readonly bool $hasTables)
    {
    }

    public static function open(): self
    {
        $shared = self::$shared;
        if ($shared !== null) {
            self::emptyTables($shared);

            return new self($shared, true);
        }
        $connection = self::$shared = DriverManager::getConnection(self::described());
        self::dropTables($connection);

        return new self($connection, false);
    }

    /** @return array{driver: 'pdo_mysql'|'pdo_pgsql'|'pdo_sqlite', memory?: bool} and where it is */
    private static function described(): array
    {
        $given = getenv('BLUEBRIDGE_DATABASE');
        if ($given === false || $given === '') {
            return ['driver' => 'pdo_sqlite', 'memory' => true];
        }
        /** @var array{driver: 'pdo_mysql'|'pdo_pgsql'|'pdo_sqlite', memory?: bool} $database */
        $database = json_decode($given, true, flags: JSON_THROW_ON_ERROR);

        return $database;
    }

    private static function dropTables(Doctrine $connection): void
    {
        foreach (self::tablesOf($connection) as $table) {
            $connection->createSchemaManager()->dropTable($table);
        }
    }

    private static function emptyTables(Doctrine $connection): void
    {
        // A test that failed may have left a transaction open.
        while ($connection->isTransactionActive()) {
            $connection->rollBack();
        }
        self::$tables = self::$tables === [] ? self::tablesOf($connection) : self::$tables;
        foreach (self::$tables as $table) {
            $connection->executeStatement("DELETE FROM {$table}");
        }
    }

    /** @return list<string> */
    private static function tablesOf(Doctrine $connection): array
    {
        $names = $connection->createSchemaManager()->listTableNames();

        return array_values(array_filter($names, static fn (string $name): bool => str_starts_with($name, Connection::PREFIX)));
    }
}
