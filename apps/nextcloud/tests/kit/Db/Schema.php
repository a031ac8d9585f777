<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Kit\Db;

use Doctrine\DBAL\Schema\Schema as Doctrine;
use OCP\DB\ISchemaWrapper;

/** Tables as migrations see them: without the prefix. */
final class Schema implements ISchemaWrapper
{
    public function __construct(public readonly Doctrine $doctrine)
    {
    }

    public function getTable($tableName)
    {
        return $this->doctrine->getTable(Connection::PREFIX . $tableName);
    }

    public function hasTable($tableName)
    {
        return $this->doctrine->hasTable(Connection::PREFIX . $tableName);
    }

    public function createTable($tableName)
    {
        return $this->doctrine->createTable(Connection::PREFIX . $tableName);
    }

    public function dropTable($tableName)
    {
        $this->doctrine->dropTable(Connection::PREFIX . $tableName);
    }
}
