<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Makes the tables of our own index of recordings, and of the states of servers that do not answer. */
final class Version000100Date20261122165500 extends SimpleMigrationStep
{
    private const NUMBER = ['notnull' => true, 'default' => 0];

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        $this->addRecordings($schema);
        $this->addLists($schema);
        $this->addCircuits($schema);

        return $schema;
    }

    private function addRecordings(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_recordings')) {
            return;
        }
        $table = $schema->createTable('bluebridge_recordings');
        $table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
        $table->addColumn('room_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
        $table->addColumn('record_id', Types::STRING, ['notnull' => true, 'length' => 190]);
        $table->addColumn('indexed', Types::TEXT, ['notnull' => false]);
        $table->addColumn('visibility', Types::STRING, ['notnull' => false, 'length' => 16]);
        foreach (['started_at', 'deleting_since'] as $moment) {
            $table->addColumn($moment, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['room_id', 'record_id'], 'bluebridge_rec_once');
    }

    private function addLists(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_rec_lists')) {
            return;
        }
        $table = $schema->createTable('bluebridge_rec_lists');
        $table->addColumn('room_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
        $table->addColumn('asked_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['room_id']);
    }

    private function addCircuits(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_circuits')) {
            return;
        }
        $table = $schema->createTable('bluebridge_circuits');
        $table->addColumn('server', Types::STRING, ['notnull' => true, 'length' => 64]);
        foreach (['failures', 'open_until'] as $number) {
            $table->addColumn($number, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['server']);
    }
}
