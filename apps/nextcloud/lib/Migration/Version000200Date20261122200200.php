<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Makes the table of rooms that are gone while servers may have recordings of them, and lets sessions be in the trash. */
final class Version000200Date20261122200200 extends SimpleMigrationStep
{
    private const NUMBER = ['notnull' => true, 'default' => 0];

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        if (!$schema->hasTable('bluebridge_gone_rooms')) {
            $table = $schema->createTable('bluebridge_gone_rooms');
            $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 64]);
            $table->addColumn('server', Types::STRING, ['notnull' => true, 'length' => 32]);
            $table->addColumn('gone_at', Types::BIGINT, self::NUMBER);
            $table->setPrimaryKey(['meeting_id']);
        }
        $sessions = $schema->getTable('bluebridge_sessions');
        foreach (['trashed_at', 'calendar_trashed_at'] as $moment) {
            if (!$sessions->hasColumn($moment)) {
                $sessions->addColumn($moment, Types::BIGINT, self::NUMBER);
            }
        }

        return $schema;
    }
}
