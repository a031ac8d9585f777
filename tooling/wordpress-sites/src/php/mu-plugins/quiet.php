<?php

declare(strict_types=1);

/*
 * Keeps a test site to itself: no mail leaves it, and nothing comes from elsewhere.
 */

add_filter('pre_wp_mail', '__return_true');
add_filter('option_show_avatars', '__return_zero');
foreach (['core', 'plugins', 'themes'] as $kind) {
    add_filter("pre_site_transient_update_{$kind}", static fn (): object => (object) [
        'last_checked' => time(),
        'version_checked' => $GLOBALS['wp_version'],
        'updates' => [],
        'response' => [],
        'checked' => [],
    ]);
}
