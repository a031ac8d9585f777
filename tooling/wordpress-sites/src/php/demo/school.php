<?php

declare(strict_types=1);

/*
 * Furnishes a site for the demo, inside WordPress: people with names, and a front page with a room.
 */

$names = ['author' => 'Tina Teacher', 'subscriber' => 'Sam Student', 'admin' => 'Ada Admin'];
foreach ($names as $login => $name) {
    [$first, $last] = explode(' ', $name);
    wp_update_user([
        'ID' => get_user_by('login', $login)->ID,
        'display_name' => $name,
        'nickname' => $name,
        'first_name' => $first,
        'last_name' => $last,
        // Nobody types it: the demo has an entrance of its own.
        'user_pass' => wp_generate_password(32),
    ]);
}
foreach (['editor', 'colleague', 'contributor'] as $login) {
    wp_update_user(['ID' => get_user_by('login', $login)->ID, 'user_pass' => wp_generate_password(32)]);
}
update_option('blogname', 'Bluebridge School');

wp_set_current_user(get_user_by('login', 'author')->ID);
$request = new WP_REST_Request('POST', '/bluebridge/v1/rooms');
$request->set_header('Content-Type', 'application/json');
$request->set_body((string) wp_json_encode([
    'title' => 'Physics, live',
    'status' => 'publish',
    'settings' => ['guestsAllowed' => true],
]));
$answer = rest_do_request($request);
$room = $answer->get_data()['id'] ?? null;
if (!is_int($room)) {
    fwrite(STDERR, 'The room could not be made: ' . wp_json_encode($answer->get_data()) . "\n");
    exit(1);
}

$blocks = [
    '<!-- wp:paragraph --><p>We meet here each Tuesday at ten. Come in as soon as the room is open; whoever is early waits and is taken in.</p><!-- /wp:paragraph -->',
    '<!-- wp:bluebridge/room ' . wp_json_encode(['roomId' => $room]) . ' /-->',
];
if (WP_Block_Type_Registry::get_instance()->is_registered('bluebridge/recordings')) {
    $blocks[] = '<!-- wp:heading --><h2 class="wp-block-heading">Earlier lessons</h2><!-- /wp:heading -->';
    $blocks[] = '<!-- wp:bluebridge/recordings ' . wp_json_encode(['roomId' => $room]) . ' /-->';
}
$page = wp_insert_post(wp_slash([
    'post_type' => 'page',
    'post_title' => 'Physics, this week',
    'post_name' => 'physics',
    'post_status' => 'publish',
    'post_author' => get_user_by('login', 'author')->ID,
    'post_content' => implode("\n\n", $blocks),
    'comment_status' => 'closed',
]), true);
if (is_wp_error($page)) {
    fwrite(STDERR, $page->get_error_message() . "\n");
    exit(1);
}
foreach (['sample-page', 'privacy-policy'] as $name) {
    $post = get_page_by_path($name);
    $post === null || wp_delete_post($post->ID, true);
}
wp_delete_post(1, true);
update_option('show_on_front', 'page');
update_option('page_on_front', $page);
