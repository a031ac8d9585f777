<?php

declare(strict_types=1);

/*
 * Runs PHP code inside WordPress, as its administrator: php evaluate.php <code>
 */

require __DIR__ . '/request.php';
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';

wp_set_current_user(1);
eval($argv[1]);
