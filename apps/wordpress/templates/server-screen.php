<?php

/**
 * The screen that connects the site with its servers.
 *
 * @var array{
 *     connect: string,
 *     drop: string,
 *     added: string,
 *     dialects: array<string, string>,
 *     usual: array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string},
 *     endpointFixed: bool,
 *     secretFixed: bool,
 *     dialectFixed: bool,
 *     secretLost: bool,
 *     ofNetwork: bool,
 *     locked: bool,
 *     others: list<array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string, rooms: int}>,
 *     result: array{works: bool, text: string}|null,
 * } $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$result = $view['result'];
$dialects = $view['dialects'];
$free = ['endpoint' => false, 'secret' => false, 'dialect' => false];
$target = admin_url('admin-post.php');
?>
<div class="wrap bluebridge-admin">
    <h1><?php esc_html_e('Meeting server', 'bluebridge'); ?></h1>
    <?php require __DIR__ . '/admin-notice.php'; ?>
    <?php if ($view['secretLost']) : ?>
        <div class="notice notice-warning" role="alert"><p><?php esc_html_e('The saved secret cannot be read any more, because the keys of this site have changed. Please type it again.', 'bluebridge'); ?></p></div>
    <?php endif; ?>
    <?php if ($view['locked']) : ?>
        <p><?php esc_html_e('All sites of this network use its server. The network’s administrator connects it.', 'bluebridge'); ?></p>
    <?php else : ?>
        <p><?php esc_html_e('Paste what your provider, or “bbb-conf --secret” on your own server, shows. It is tried before it is saved.', 'bluebridge'); ?></p>
        <?php if ($view['ofNetwork'] && $view['usual']['endpoint'] !== '') : ?>
            <p><?php esc_html_e('This site uses the server of its network. A server typed here is used instead.', 'bluebridge'); ?></p>
        <?php endif; ?>
        <form method="post" action="<?php echo esc_url($target); ?>">
            <input type="hidden" name="action" value="<?php echo esc_attr($view['connect']); ?>">
            <input type="hidden" name="server" value="">
            <?php
            wp_nonce_field($view['connect'], '_wpnonce', true);
            $server = $view['usual'];
            $named = false;
            $fixed = ['endpoint' => $view['endpointFixed'], 'secret' => $view['secretFixed'], 'dialect' => $view['dialectFixed']];
            require __DIR__ . '/server-fields.php';
            submit_button(__('Try and save', 'bluebridge'));
            ?>
        </form>
        <h2><?php esc_html_e('Further servers', 'bluebridge'); ?></h2>
        <p><?php esc_html_e('A room can meet on another server than the usual one. Choose it where you edit the room.', 'bluebridge'); ?></p>
        <?php foreach ($view['others'] as $server) : ?>
            <details class="card">
                <summary>
                    <strong><?php echo esc_html($server['name']); ?></strong>,
                    <?php
                    /* translators: %d: number of rooms */
                    echo esc_html(sprintf(_n('%d room', '%d rooms', $server['rooms'], 'bluebridge'), $server['rooms']));
                    ?>
                </summary>
                <form method="post" action="<?php echo esc_url($target); ?>">
                    <input type="hidden" name="action" value="<?php echo esc_attr($view['connect']); ?>">
                    <input type="hidden" name="server" value="<?php echo esc_attr($server['id']); ?>">
                    <input type="hidden" name="_wpnonce" value="<?php echo esc_attr(wp_create_nonce($view['connect'])); ?>">
                    <?php
                    $named = true;
                    $fixed = $free;
                    require __DIR__ . '/server-fields.php';
                    submit_button(__('Try and save', 'bluebridge'), 'primary', '', true);
                    ?>
                </form>
                <form method="post" action="<?php echo esc_url($target); ?>">
                    <input type="hidden" name="action" value="<?php echo esc_attr($view['drop']); ?>">
                    <input type="hidden" name="server" value="<?php echo esc_attr($server['id']); ?>">
                    <input type="hidden" name="_wpnonce" value="<?php echo esc_attr(wp_create_nonce($view['drop'])); ?>">
                    <?php submit_button(__('Remove this server', 'bluebridge'), 'delete', '', false); ?>
                </form>
            </details>
        <?php endforeach; ?>
        <details class="card">
            <summary><?php esc_html_e('Add a server', 'bluebridge'); ?></summary>
            <form method="post" action="<?php echo esc_url($target); ?>">
                <input type="hidden" name="action" value="<?php echo esc_attr($view['connect']); ?>">
                <input type="hidden" name="server" value="<?php echo esc_attr($view['added']); ?>">
                <input type="hidden" name="_wpnonce" value="<?php echo esc_attr(wp_create_nonce($view['connect'])); ?>">
                <?php
                $server = ['id' => $view['added'], 'name' => '', 'endpoint' => '', 'hasSecret' => false, 'dialect' => ''];
                $named = true;
                $fixed = $free;
                require __DIR__ . '/server-fields.php';
                submit_button(__('Try and save', 'bluebridge'), 'primary', '', true);
                ?>
            </form>
        </details>
    <?php endif; ?>
</div>
