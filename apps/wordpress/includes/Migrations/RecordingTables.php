<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Recordings\RecordingIndex;
use Bluebridge\WordPress\Recordings\RecordingLists;

/** Makes the index of recordings, and the table of when to compare it. Times are epoch ms, 0 for never. */
final class RecordingTables implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $charset = $wpdb->get_charset_collate();
        $recordings = RecordingIndex::table();
        $lists = RecordingLists::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$recordings} (
            id bigint unsigned NOT NULL AUTO_INCREMENT,
            room_id bigint unsigned NOT NULL,
            server varchar(32) NOT NULL,
            record_id varchar(190) NOT NULL,
            state varchar(20) NOT NULL,
            status varchar(20) NOT NULL,
            audience varchar(20) NOT NULL DEFAULT 'room',
            facts longtext NOT NULL,
            search_text text NOT NULL,
            started_at bigint NOT NULL DEFAULT 0,
            expected_since bigint NOT NULL DEFAULT 0,
            missing_since bigint NOT NULL DEFAULT 0,
            deleting_since bigint NOT NULL DEFAULT 0,
            preview longtext NULL,
            preview_tried_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY  (id),
            UNIQUE KEY room_record (room_id, record_id)
        ) {$charset}");
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$lists} (
            room_id bigint unsigned NOT NULL,
            read_at bigint NOT NULL DEFAULT 0,
            due_at bigint NOT NULL DEFAULT 0,
            failures int NOT NULL DEFAULT 0,
            lease_until bigint NOT NULL DEFAULT 0,
            live_record_id varchar(190) NOT NULL DEFAULT '',
            live_recorded int NOT NULL DEFAULT 0,
            ended_at bigint NOT NULL DEFAULT 0,
            version int NOT NULL DEFAULT 0,
            PRIMARY KEY  (room_id),
            KEY due (due_at)
        ) {$charset}");
    }

    public function tables(): array
    {
        return [RecordingIndex::table(), RecordingLists::table()];
    }
}
