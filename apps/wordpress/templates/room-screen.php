<?php

/**
 * The screen of a room: what is drawn before the script has come, and for whom there is nothing.
 *
 * @var array{roomId: int, problem: string, listAddress: string, screenAddress: string, mayPublish: bool, mayUpload: bool, presets: list<array{id: string, name: string}>} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;
?>
<div class="wrap">
    <?php if ($view['problem'] !== '') : ?>
        <h1><?php esc_html_e('Room', 'bluebridge'); ?></h1>
        <div class="notice notice-error" role="alert"><p><?php echo esc_html($view['problem']); ?></p></div>
        <p><a href="<?php echo esc_url($view['listAddress']); ?>"><?php esc_html_e('All rooms', 'bluebridge'); ?></a></p>
    <?php else : ?>
        <div id="bluebridge-room-screen" data-screen="<?php echo esc_attr((string) wp_json_encode($view)); ?>">
            <h1><?php esc_html_e('Room', 'bluebridge'); ?></h1>
            <noscript><p><?php esc_html_e('This screen needs JavaScript.', 'bluebridge'); ?></p></noscript>
        </div>
    <?php endif; ?>
</div>
