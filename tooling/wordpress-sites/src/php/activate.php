<?php

declare(strict_types=1);

/*
 * Activates the plugin, on a network for all of its sites.
 */

require __DIR__ . '/request.php';
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_set_current_user(1);
$outcome = activate_plugin('bluebridge/bluebridge.php', '', is_multisite());
if (is_wp_error($outcome)) {
    fwrite(STDERR, wp_strip_all_tags($outcome->get_error_message()) . "\n");
    exit(1);
}
flush_rewrite_rules(false);
