<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Migrations;

use Bluebridge\WordPress\Access\Invitations;

/** Lets invitations with a limit remember who has used them, so that nobody counts twice. */
final class InvitationUsers implements Migration
{
    public function up(): void
    {
        global $wpdb;
        $table = Invitations::table();
        // phpcs:disable WordPress.DB -- nothing in it comes from outside
        if (!in_array('used_by', $wpdb->get_col("SHOW COLUMNS FROM {$table}"), true)) {
            $wpdb->query("ALTER TABLE {$table} ADD COLUMN used_by longtext NULL");
        }
    }

    public function tables(): array
    {
        return [Invitations::table()];
    }
}
