<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Makes the tables of rooms, of who comes into them, and of what is known of their meetings. */
final class Version000100Date20261122162500 extends SimpleMigrationStep
{
    private const ID = ['autoincrement' => true, 'notnull' => true, 'unsigned' => true];

    private const REFERENCE = ['notnull' => true, 'unsigned' => true];

    /** Moments and counts: never null, 0 for none. */
    private const NUMBER = ['notnull' => true, 'default' => 0];

    private const TEXTS = ['notnull' => false];

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        $this->addRooms($schema);
        $this->addMembers($schema);
        $this->addLinks($schema);
        $this->addWatches($schema);
        $this->addTries($schema);

        return $schema;
    }

    private function addRooms(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_rooms')) {
            return;
        }
        $table = $schema->createTable('bluebridge_rooms');
        $table->addColumn('id', Types::BIGINT, self::ID);
        $table->addColumn('token', Types::STRING, ['notnull' => true, 'length' => 32]);
        $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('owner_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('name', Types::STRING, ['notnull' => true, 'length' => 256]);
        $table->addColumn('settings', Types::TEXT, self::TEXTS);
        $table->addColumn('preset', Types::STRING, self::TEXTS + ['length' => 64]);
        $table->addColumn('login_required', Types::BOOLEAN, ['notnull' => false, 'default' => false]);
        $table->addColumn('viewer_code', Types::STRING, self::TEXTS + ['length' => 255]);
        $table->addColumn('moderator_code', Types::STRING, self::TEXTS + ['length' => 255]);
        $table->addColumn('ad_hoc', Types::BOOLEAN, ['notnull' => false, 'default' => false]);
        foreach (['archived_at', 'created_at', 'opened_at'] as $moment) {
            $table->addColumn($moment, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['token'], 'bluebridge_room_token');
        $table->addUniqueIndex(['meeting_id'], 'bluebridge_room_meeting');
        $table->addIndex(['owner_id'], 'bluebridge_room_owner');
    }

    private function addMembers(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_members')) {
            return;
        }
        $table = $schema->createTable('bluebridge_members');
        $table->addColumn('id', Types::BIGINT, self::ID);
        $table->addColumn('room_id', Types::BIGINT, self::REFERENCE);
        $table->addColumn('kind', Types::STRING, ['notnull' => true, 'length' => 16]);
        $table->addColumn('target', Types::STRING, ['notnull' => true, 'length' => 255]);
        $table->addColumn('role', Types::STRING, ['notnull' => true, 'length' => 16]);
        $table->addColumn('created_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['room_id', 'kind', 'target'], 'bluebridge_member_once');
        $table->addIndex(['kind', 'target'], 'bluebridge_member_target');
    }

    private function addLinks(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_links')) {
            return;
        }
        $table = $schema->createTable('bluebridge_links');
        $table->addColumn('id', Types::BIGINT, self::ID);
        $table->addColumn('room_id', Types::BIGINT, self::REFERENCE);
        $table->addColumn('member_id', Types::BIGINT, self::NUMBER);
        $table->addColumn('secret_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('role', Types::STRING, ['notnull' => true, 'length' => 16]);
        $table->addColumn('name', Types::STRING, self::TEXTS + ['length' => 256]);
        foreach (['created_at', 'expires_at', 'revoked_at', 'used_at'] as $moment) {
            $table->addColumn($moment, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['id']);
        $table->addUniqueIndex(['secret_hash'], 'bluebridge_link_secret');
        $table->addIndex(['room_id'], 'bluebridge_link_room');
    }

    private function addWatches(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_watches')) {
            return;
        }
        $table = $schema->createTable('bluebridge_watches');
        $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('recent', Types::TEXT, self::TEXTS);
        $table->addColumn('snapshot', Types::TEXT, self::TEXTS);
        $table->addColumn('failure_code', Types::STRING, self::TEXTS + ['length' => 40]);
        foreach (['failures', 'retry_after', 'asked_at', 'settled_at', 'answered_at', 'changed_at', 'event_at', 'waiting_at', 'heard_at', 'missed_at'] as $number) {
            $table->addColumn($number, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['meeting_id']);
    }

    private function addTries(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_tries')) {
            return;
        }
        $table = $schema->createTable('bluebridge_tries');
        $table->addColumn('bucket', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('tries', Types::BIGINT, self::NUMBER);
        $table->addColumn('began_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['bucket']);
        $table->addIndex(['began_at'], 'bluebridge_tries_began');
    }
}
