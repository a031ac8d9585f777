<?php

declare(strict_types=1);

/*
 * Loads the WordPress that tooling/wordpress-sites has installed for these tests.
 */

use Bluebridge\WordPress\Tests\Site;

require dirname(__DIR__, 2) . '/vendor/autoload.php';

if (!is_file(Site::folder() . '/wp-load.php')) {
    fwrite(STDERR, "These tests need a WordPress: node tooling/wordpress-sites/src/phpunit.ts\n");
    exit(1);
}
Site::pretendRequest();
require Site::folder() . '/wp-load.php';
require_once Site::folder() . '/wp-admin/includes/plugin.php';
