<?php

declare(strict_types=1);

/*
 * Lets people of the demo in without a password: by a ticket that the demo signs, good for one
 * minute and once.
 */

add_action('init', static function (): void {
    $ticket = $_GET['demo_entrance'] ?? null;
    if (!is_string($ticket)) {
        return;
    }
    [$login, $until, $signature] = [...explode('.', $ticket), '', '', ''];
    $expected = hash_hmac('sha256', "{$login}.{$until}", (string) DEMO_ENTRANCE_KEY);
    $user = hash_equals($expected, $signature) && (int) $until >= time() ? get_user_by('login', $login) : false;
    // An option can be added once only.
    if ($user === false || !add_option("demo_ticket_{$signature}", $until, '', false)) {
        wp_die('This link was used before, or is too old. Go back to the start page of the demo.', 'Too late', ['response' => 403]);
    }
    wp_set_auth_cookie($user->ID);
    wp_safe_redirect(user_can($user, 'manage_options') ? admin_url() : home_url('/'));
    exit;
});
