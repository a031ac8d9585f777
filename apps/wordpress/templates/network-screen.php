<?php

/**
 * The screen that connects a network of sites with its server.
 *
 * @var array{
 *     connect: string,
 *     dialects: array<string, string>,
 *     server: array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string},
 *     locked: bool,
 *     result: array{works: bool, text: string}|null,
 * } $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$result = $view['result'];
$dialects = $view['dialects'];
$server = $view['server'];
$named = false;
$fixed = ['endpoint' => false, 'secret' => false, 'dialect' => false];
?>
<div class="wrap bluebridge-admin">
    <h1><?php esc_html_e('Meeting server', 'bluebridge'); ?></h1>
    <?php require __DIR__ . '/admin-notice.php'; ?>
    <p><?php esc_html_e('Sites without a server of their own use this one. It is tried before it is saved.', 'bluebridge'); ?></p>
    <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
        <input type="hidden" name="action" value="<?php echo esc_attr($view['connect']); ?>">
        <?php
        wp_nonce_field($view['connect']);
        require __DIR__ . '/server-fields.php';
        ?>
        <p>
            <label>
                <input type="checkbox" name="locked" value="1" <?php checked($view['locked']); ?>>
                <?php esc_html_e('All sites must use this server', 'bluebridge'); ?>
            </label>
        </p>
        <?php submit_button(__('Try and save', 'bluebridge')); ?>
    </form>
</div>
