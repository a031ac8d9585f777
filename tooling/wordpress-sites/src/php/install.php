<?php

declare(strict_types=1);

/*
 * Installs WordPress with an account for each role: php install.php single|network
 */

define('WP_INSTALLING', true);
require __DIR__ . '/request.php';
require getenv('WORDPRESS_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$password = 'password';
wp_install('Test School', 'admin', 'admin@example.org', false, '', $password);
update_option('permalink_structure', '/%postname%/');
$accounts = [
    'editor' => 'editor',
    'author' => 'author',
    'colleague' => 'author',
    'contributor' => 'contributor',
    'subscriber' => 'subscriber',
];
foreach ($accounts as $login => $role) {
    $account = [
        'user_login' => $login,
        'user_pass' => $password,
        'user_email' => "{$login}@example.org",
        'display_name' => ucfirst($login),
        'role' => $role,
    ];
    if (is_wp_error(wp_insert_user($account))) {
        fwrite(STDERR, "The account {$login} could not be made.\n");
        exit(1);
    }
}
// Nobody wants to be welcomed by the editor each time.
foreach (get_users() as $user) {
    update_user_meta($user->ID, "{$wpdb->prefix}persisted_preferences", [
        'core/edit-post' => ['welcomeGuide' => false],
        'core' => ['enableChoosePatternModal' => false],
        '_modified' => gmdate('Y-m-d\TH:i:s.000\Z'),
    ]);
}
if ($argv[1] === 'network') {
    foreach ($wpdb->tables('ms_global') as $table => $name) {
        $wpdb->$table = $name;
    }
    install_network();
    $outcome = populate_network(1, $_SERVER['HTTP_HOST'], 'admin@example.org', 'Test Schools', '/', false);
    if (is_wp_error($outcome)) {
        fwrite(STDERR, $outcome->get_error_message() . "\n");
        exit(1);
    }
}
$wp_rewrite->init();
flush_rewrite_rules(false);
