<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Tests\Import;

use Doctrine\DBAL\Schema\Schema;
use OCA\Bluebridge\Tests\AppTestCase;
use OCA\Bluebridge\Tests\Kit\Db\Connection;

/** A database in which the app "BigBlueButton" (cloud_bbb) has left rooms. */
abstract class OldTablesCase extends AppTestCase
{
    private const COLUMNS = [
        'bbb_rooms' => [
            'uid', 'name', 'attendee_password', 'moderator_password', 'welcome', 'max_participants', 'record', 'user_id', 'access', 'password',
            'everyone_is_moderator', 'require_moderator', 'moderator_token', 'listen_only', 'media_check', 'clean_layout', 'join_muted', 'presentation_path',
        ],
        'bbb_room_shares' => ['room_id', 'share_with', 'share_type', 'permission'],
        'bbb_restrictions' => ['group_id', 'max_rooms', 'room_types', 'max_participants', 'allow_recording'],
    ];

    protected function setUp(): void
    {
        parent::setUp();
        $this->dropOld();
        $schema = new Schema();
        foreach (self::COLUMNS as $name => $columns) {
            $table = $schema->createTable(Connection::PREFIX . $name);
            $table->addColumn('id', 'integer', ['autoincrement' => true]);
            $table->setPrimaryKey(['id']);
            foreach ($columns as $column) {
                $table->addColumn($column, 'string', ['notnull' => false, 'length' => 255]);
            }
        }
        foreach ($schema->toSql($this->host->db->doctrine->getDatabasePlatform()) as $sql) {
            $this->host->db->doctrine->executeStatement($sql);
        }
    }

    protected function tearDown(): void
    {
        $this->dropOld();
        parent::tearDown();
    }

    /** @param array<string, string|int|null> $values */
    protected function addRow(string $table, array $values): int
    {
        $this->host->db->doctrine->insert(Connection::PREFIX . $table, $values);

        return (int) $this->host->db->doctrine->lastInsertId();
    }

    /** @param array<string, string|int|null> $values */
    protected function oldRoom(string $uid, array $values = []): int
    {
        return $this->addRow('bbb_rooms', $values + [
            'uid' => $uid, 'name' => 'Old room', 'user_id' => 'alice', 'access' => 'public', 'max_participants' => '0', 'record' => '0',
            'listen_only' => '1', 'media_check' => '1', 'require_moderator' => '0',
        ]);
    }

    private function dropOld(): void
    {
        $tables = $this->host->db->doctrine->createSchemaManager();
        foreach (array_keys(self::COLUMNS) as $name) {
            if ($tables->tablesExist([Connection::PREFIX . $name])) {
                $tables->dropTable(Connection::PREFIX . $name);
            }
        }
    }
}
