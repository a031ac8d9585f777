<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Makes the table of files that rooms show. */
final class Version000100Date20261122170800 extends SimpleMigrationStep
{
    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        if ($schema->hasTable('bluebridge_documents')) {
            return $schema;
        }
        $table = $schema->createTable('bluebridge_documents');
        $table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
        $table->addColumn('room_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
        $table->addColumn('owner_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('file_id', Types::BIGINT, ['notnull' => true, 'default' => 0]);
        $table->addColumn('name', Types::STRING, ['notnull' => true, 'length' => 255]);
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['room_id', 'file_id'], 'bluebridge_doc_once');
        $table->addIndex(['owner_id'], 'bluebridge_doc_owner');

        return $schema;
    }
}
