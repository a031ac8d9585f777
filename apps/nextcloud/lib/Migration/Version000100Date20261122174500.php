<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * Makes the tables of meetings that have seats and an end, of addresses that servers were given, and of
 * when things were last done. Times are epoch ms, 0 for never. Every promise of seats takes the next
 * turn of its account, and no turn is taken twice.
 */
final class Version000100Date20261122174500 extends SimpleMigrationStep
{
    private const ID = ['autoincrement' => true, 'notnull' => true, 'unsigned' => true];

    private const NUMBER = ['notnull' => true, 'default' => 0];

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        $this->addMeetings($schema);
        $this->addHooks($schema);
        if (!$schema->hasTable('bluebridge_moments')) {
            $table = $schema->createTable('bluebridge_moments');
            $table->addColumn('name', Types::STRING, ['notnull' => true, 'length' => 64]);
            $table->addColumn('happened_at', Types::BIGINT, self::NUMBER);
            $table->setPrimaryKey(['name']);
        }

        return $schema;
    }

    private function addMeetings(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_meetings')) {
            return;
        }
        $table = $schema->createTable('bluebridge_meetings');
        $table->addColumn('id', Types::BIGINT, self::ID);
        $table->addColumn('account', Types::STRING, ['notnull' => true, 'length' => 32]);
        $table->addColumn('turn', Types::BIGINT, ['notnull' => false]);
        $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 256]);
        // Oracle takes an empty text for none.
        foreach (['locale' => 32, 'seen' => 10, 'ended_by' => 15] as $text => $length) {
            $table->addColumn($text, Types::STRING, ['notnull' => false, 'length' => $length]);
        }
        $table->addColumn('state', Types::STRING, ['notnull' => true, 'length' => 10]);
        $table->addColumn('ends', Types::TEXT, ['notnull' => false]);
        $numbers = ['room_id', 'create_time', 'opened_at', 'planned_end_at', 'seats', 'warned_at', 'seen_at', 'due_at', 'leased_until', 'ended_at', 'revision'];
        foreach ($numbers as $number) {
            $table->addColumn($number, Types::BIGINT, self::NUMBER);
        }
        $table->addColumn('people', Types::BIGINT, ['notnull' => true, 'default' => -1]);
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['account', 'turn'], 'bluebridge_meeting_turn');
        $table->addIndex(['account', 'state'], 'bluebridge_meeting_state');
        $table->addIndex(['room_id'], 'bluebridge_meeting_room');
        $table->addIndex(['due_at'], 'bluebridge_meeting_due');
    }

    private function addHooks(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_hooks')) {
            return;
        }
        $table = $schema->createTable('bluebridge_hooks');
        $table->addColumn('id', Types::BIGINT, self::ID);
        $table->addColumn('account', Types::STRING, ['notnull' => true, 'length' => 32]);
        $table->addColumn('room_id', Types::BIGINT, self::NUMBER);
        $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('hook_id', Types::STRING, ['notnull' => false, 'length' => 64]);
        $table->addColumn('registered_at', Types::BIGINT, self::NUMBER);
        $table->addColumn('remove_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['token_hash'], 'bluebridge_hook_token');
        $table->addIndex(['meeting_id'], 'bluebridge_hook_meeting');
        $table->addIndex(['remove_at'], 'bluebridge_hook_remove');
    }
}
