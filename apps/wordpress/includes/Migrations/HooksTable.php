<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Hooks\Hooks;

/** Makes the table of addresses that servers were given. Times are epoch ms. */
final class HooksTable implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $charset = $wpdb->get_charset_collate();
        $table = Hooks::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$table} (
            id bigint unsigned NOT NULL AUTO_INCREMENT,
            account varchar(32) NOT NULL,
            room_id bigint unsigned NOT NULL,
            meeting_id varchar(64) NOT NULL,
            token_hash char(64) NOT NULL,
            hook_id varchar(64) NOT NULL DEFAULT '',
            registered_at bigint NOT NULL,
            remove_at bigint NOT NULL,
            PRIMARY KEY  (id),
            UNIQUE KEY token_hash (token_hash),
            KEY meeting (meeting_id),
            KEY remove_at (remove_at)
        ) {$charset}");
    }

    public function tables(): array
    {
        return [Hooks::table()];
    }
}
