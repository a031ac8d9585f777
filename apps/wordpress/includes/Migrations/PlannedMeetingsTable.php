<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Seats\PlannedMeetings;

/**
 * Makes the table of meetings that have seats and an end. Times are epoch ms, 0 for never. Every
 * promise of seats takes the next turn of its account, and no turn is taken twice.
 */
final class PlannedMeetingsTable implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $charset = $wpdb->get_charset_collate();
        $table = PlannedMeetings::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$table} (
            id bigint unsigned NOT NULL AUTO_INCREMENT,
            account varchar(32) NOT NULL,
            turn bigint NULL,
            room_id bigint unsigned NOT NULL DEFAULT 0,
            meeting_id varchar(256) NOT NULL,
            create_time bigint NOT NULL DEFAULT 0,
            locale varchar(32) NOT NULL DEFAULT '',
            opened_at bigint NOT NULL DEFAULT 0,
            planned_end_at bigint NOT NULL DEFAULT 0,
            seats int NOT NULL DEFAULT 0,
            people int NOT NULL DEFAULT -1,
            state varchar(10) NOT NULL,
            warned_at bigint NOT NULL DEFAULT 0,
            ends text NOT NULL,
            seen_at bigint NOT NULL DEFAULT 0,
            seen varchar(10) NOT NULL DEFAULT '',
            due_at bigint NOT NULL DEFAULT 0,
            leased_until bigint NOT NULL DEFAULT 0,
            ended_at bigint NOT NULL DEFAULT 0,
            ended_by varchar(15) NOT NULL DEFAULT '',
            revision int NOT NULL DEFAULT 0,
            PRIMARY KEY  (id),
            UNIQUE KEY account_turn (account, turn),
            KEY room (room_id),
            KEY due (due_at)
        ) {$charset}");
    }

    public function tables(): array
    {
        return [PlannedMeetings::table()];
    }
}
