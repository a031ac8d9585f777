<?php

/**
 * The button of a room.
 *
 * @var array{room: \Bluebridge\WordPress\Rooms\StoredRoom, sign: array{state: string}, action: string, nonce: string, asksName: bool, loginAddress: string, showsState: bool, context: array{open: bool, text: string, label: string, isRefused: bool, asksLogin: bool, asksCode: bool}} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$room = $view['room'];
$context = $view['context'];
// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- these two escape what they write
?>
<div
    <?php echo get_block_wrapper_attributes(['class' => 'bluebridge-join', 'role' => 'group', 'aria-label' => $room->title]); ?>
    data-wp-interactive="bluebridge/room"
    <?php echo wp_interactivity_data_wp_context($context); ?>
    data-wp-init="callbacks.follow"
    data-wp-class--is-open="context.open"
>
<?php // phpcs:enable ?>
    <?php if ($view['asksName']) : ?>
        <?php // The page of the entrance asks guests for their name. ?>
        <a
            class="bluebridge-room__button wp-element-button"
            href="<?php echo esc_url($view['action']); ?>"
            target="_blank"
            data-wp-bind--hidden="context.isRefused"
            <?php echo $context['isRefused'] ? 'hidden' : ''; ?>
        >
            <span data-wp-text="context.label"><?php echo esc_html($context['label']); ?></span>
            <span class="screen-reader-text"><?php echo esc_html($room->title); ?> <?php esc_html_e('(opens in a new tab)', 'bluebridge'); ?></span>
        </a>
    <?php else : ?>
        <?php
        $door = $view;
        require __DIR__ . '/room-form.php';
        ?>
    <?php endif; ?>
    <?php if ($view['showsState']) : ?>
        <p class="bluebridge-room__state" role="status" data-wp-text="context.state"><?php echo esc_html($view['sign']['state']); ?></p>
    <?php endif; ?>
    <p
        class="bluebridge-room__text"
        data-wp-bind--hidden="!context.isRefused"
        data-wp-text="context.text"
        <?php echo $context['isRefused'] ? '' : 'hidden'; ?>
    ><?php echo esc_html($context['text']); ?></p>
    <?php if ($view['loginAddress'] !== '') : ?>
        <a
            href="<?php echo esc_url($view['loginAddress']); ?>"
            data-wp-bind--hidden="!context.asksLogin"
            <?php echo $context['asksLogin'] ? '' : 'hidden'; ?>
        ><?php esc_html_e('Log in', 'bluebridge'); ?></a>
    <?php endif; ?>
</div>
