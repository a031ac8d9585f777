<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * Lets recordings have links, and makes the tables of what was told, of who is in a call, of files that
 * servers fetch, and of sessions in calendars. Times are epoch ms, 0 for never.
 */
final class Version000100Date20261122175500 extends SimpleMigrationStep
{
    private const NUMBER = ['notnull' => true, 'default' => 0];

    private const REFERENCE = ['notnull' => true, 'unsigned' => true];

    public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ISchemaWrapper
    {
        /** @var ISchemaWrapper $schema */
        $schema = $schemaClosure();
        $this->addRecordingLinks($schema);
        $this->addTold($schema);
        $this->addInCall($schema);
        $this->addDownloads($schema);
        $this->addSessions($schema);

        return $schema;
    }

    private function addRecordingLinks(ISchemaWrapper $schema): void
    {
        $table = $schema->getTable('bluebridge_recordings');
        if ($table->hasColumn('link_nonce')) {
            return;
        }
        $table->addColumn('link_nonce', Types::STRING, ['notnull' => false, 'length' => 32]);
        $table->addColumn('link_password', Types::STRING, ['notnull' => false, 'length' => 255]);
        $table->addColumn('link_expires_at', Types::BIGINT, self::NUMBER);
        $table->addColumn('told_at', Types::BIGINT, self::NUMBER);
    }

    private function addTold(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_told')) {
            return;
        }
        $table = $schema->createTable('bluebridge_told');
        $table->addColumn('room_id', Types::BIGINT, self::REFERENCE);
        $table->addColumn('what', Types::STRING, ['notnull' => true, 'length' => 32]);
        $table->addColumn('told_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['room_id', 'what']);
    }

    private function addInCall(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_in_call')) {
            return;
        }
        $table = $schema->createTable('bluebridge_in_call');
        $table->addColumn('user_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('meeting_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('entered_at', Types::BIGINT, self::NUMBER);
        $table->setPrimaryKey(['user_id', 'meeting_id']);
        $table->addIndex(['meeting_id'], 'bluebridge_in_call_meet');
    }

    private function addDownloads(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_downloads')) {
            return;
        }
        $table = $schema->createTable('bluebridge_downloads');
        $table->addColumn('secret_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
        $table->addColumn('user_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        foreach (['file_id', 'expires_at', 'fetches', 'fetched_at'] as $number) {
            $table->addColumn($number, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['secret_hash']);
        $table->addIndex(['expires_at'], 'bluebridge_down_expires');
    }

    private function addSessions(ISchemaWrapper $schema): void
    {
        if ($schema->hasTable('bluebridge_sessions')) {
            return;
        }
        $table = $schema->createTable('bluebridge_sessions');
        $table->addColumn('id', Types::BIGINT, ['autoincrement' => true] + self::REFERENCE);
        $table->addColumn('room_id', Types::BIGINT, self::REFERENCE);
        $table->addColumn('owner_id', Types::STRING, ['notnull' => true, 'length' => 64]);
        foreach (['calendar_uri', 'calendar_name', 'object_uri', 'title'] as $text) {
            $table->addColumn($text, Types::STRING, ['notnull' => true, 'length' => 255]);
        }
        foreach (['starts_at', 'ends_at', 'attendees'] as $number) {
            $table->addColumn($number, Types::BIGINT, self::NUMBER);
        }
        $table->setPrimaryKey(['id']);
        $table->addIndex(['room_id', 'ends_at'], 'bluebridge_session_room');
        $table->addIndex(['object_uri'], 'bluebridge_session_object');
    }
}
