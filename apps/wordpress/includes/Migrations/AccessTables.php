<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Access\Invitations;
use Bluebridge\WordPress\Access\Throttle;

/** Makes the tables of invitations and of tries. Times are epoch ms, 0 for never. */
final class AccessTables implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $charset = $wpdb->get_charset_collate();
        $invitations = Invitations::table();
        $tries = Throttle::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$invitations} (
            id bigint unsigned NOT NULL AUTO_INCREMENT,
            room_id bigint unsigned NOT NULL,
            token_hash varchar(64) NOT NULL,
            role varchar(10) NOT NULL,
            label varchar(100) NOT NULL DEFAULT '',
            created_by bigint unsigned NOT NULL DEFAULT 0,
            created_at bigint NOT NULL DEFAULT 0,
            expires_at bigint NOT NULL DEFAULT 0,
            most_uses int NOT NULL DEFAULT 0,
            uses int NOT NULL DEFAULT 0,
            revoked_at bigint NOT NULL DEFAULT 0,
            PRIMARY KEY  (id),
            UNIQUE KEY token_hash (token_hash),
            KEY room_id (room_id)
        ) {$charset}");
        $wpdb->query("CREATE TABLE IF NOT EXISTS {$tries} (
            bucket varchar(64) NOT NULL,
            began_at bigint NOT NULL DEFAULT 0,
            tries int NOT NULL DEFAULT 0,
            PRIMARY KEY  (bucket)
        ) {$charset}");
    }

    public function tables(): array
    {
        return [Invitations::table(), Throttle::table()];
    }
}
