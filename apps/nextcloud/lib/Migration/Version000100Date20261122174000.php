<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Lets rooms be on several servers, and be found by when they were last used. */
final class Version000100Date20261122174000 extends SimpleMigrationStep
{
    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        $table = $schema->getTable('bluebridge_rooms');
        if (!$table->hasColumn('server')) {
            $table->addColumn('server', Types::STRING, ['notnull' => false, 'length' => 32]);
            $table->addIndex(['opened_at'], 'bluebridge_room_opened');
        }

        return $schema;
    }
}
