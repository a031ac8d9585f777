<?php

declare(strict_types=1);

/*
 * Adds a second site to a network, and its people to it.
 */

require __DIR__ . '/request.php';
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';

$second = wpmu_create_blog($_SERVER['HTTP_HOST'], '/second/', 'Second School', 1);
if (is_wp_error($second)) {
    fwrite(STDERR, $second->get_error_message() . "\n");
    exit(1);
}
add_user_to_blog($second, get_user_by('login', 'colleague')->ID, 'author');
