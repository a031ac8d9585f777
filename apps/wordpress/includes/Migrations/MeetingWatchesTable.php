<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Meetings\MeetingWatches;

/** Makes the table of what is known of running meetings. Times are epoch ms, 0 for never. */
final class MeetingWatchesTable implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $charset = $wpdb->get_charset_collate();
        $table = MeetingWatches::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$table} (
            meeting_id varchar(64) NOT NULL,
            asked_at bigint NOT NULL DEFAULT 0,
            recent text NOT NULL,
            settled_at bigint NOT NULL DEFAULT 0,
            answered_at bigint NOT NULL DEFAULT 0,
            changed_at bigint NOT NULL DEFAULT 0,
            snapshot longtext NULL,
            failures int NOT NULL DEFAULT 0,
            failure_code varchar(40) NULL,
            retry_after int NOT NULL DEFAULT 0,
            event_at bigint NOT NULL DEFAULT 0,
            waiting_at bigint NOT NULL DEFAULT 0,
            heard_at bigint NOT NULL DEFAULT 0,
            missed_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY  (meeting_id)
        ) {$charset}");
    }

    public function tables(): array
    {
        return [MeetingWatches::table()];
    }
}
