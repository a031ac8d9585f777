<?php

declare(strict_types=1);

/*
 * Runs the plugin's uninstall.php inside WordPress.
 */

require dirname(__DIR__) . '/bootstrap.php';

wp_set_current_user(1);
uninstall_plugin('bluebridge/bluebridge.php');
