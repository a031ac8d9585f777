<?php

/**
 * The rooms of whoever looks at the page.
 *
 * @var array{doors: list<array{room: \Bluebridge\WordPress\Rooms\StoredRoom, sign: array{state: string}, action: string, nonce: string, asksName: bool, context: array{open: bool, text: string, label: string, isRefused: bool, asksCode: bool}}>, loginAddress: string, manageAddress: string} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- these escape what they write
?>
<div <?php echo get_block_wrapper_attributes(['class' => 'bluebridge-my-rooms']); ?>>
    <?php if ($view['loginAddress'] !== '') : ?>
        <p><a href="<?php echo esc_url($view['loginAddress']); ?>"><?php esc_html_e('Log in to see your rooms', 'bluebridge'); ?></a></p>
    <?php elseif ($view['doors'] === []) : ?>
        <p><?php esc_html_e('You have no rooms yet.', 'bluebridge'); ?></p>
    <?php else : ?>
        <ul aria-label="<?php esc_attr_e('Your rooms', 'bluebridge'); ?>">
            <?php foreach ($view['doors'] as $door) : ?>
                <li
                    data-wp-interactive="bluebridge/room"
                    <?php echo wp_interactivity_data_wp_context($door['context']); ?>
                    data-wp-init="callbacks.follow"
                    data-wp-class--is-open="context.open"
                >
                    <div>
                        <p class="bluebridge-room__name"><?php echo esc_html($door['room']->title); ?></p>
                        <p class="bluebridge-room__state" data-wp-text="context.state"><?php echo esc_html($door['sign']['state']); ?></p>
                    </div>
                    <?php require __DIR__ . '/room-form.php'; ?>
                </li>
            <?php endforeach; ?>
        </ul>
    <?php endif; ?>
    <?php if ($view['manageAddress'] !== '') : ?>
        <p><a href="<?php echo esc_url($view['manageAddress']); ?>"><?php esc_html_e('All rooms and their settings', 'bluebridge'); ?></a></p>
    <?php endif; ?>
</div>
