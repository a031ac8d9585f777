<?php

declare(strict_types=1);

namespace OCP\DB;

use Doctrine\DBAL\Schema\Table;

interface ISchemaWrapper
{
    /** @return Table */
    public function getTable($tableName);

    /** @return bool */
    public function hasTable($tableName);

    /** @return Table */
    public function createTable($tableName);

    public function dropTable($tableName);
}
