<?php

/**
 * The form by which somebody enters a room, wherever a page shows one.
 *
 * @var array{room: \Bluebridge\WordPress\Rooms\StoredRoom, action: string, nonce: string, asksName: bool, showsCode?: bool, context: array{label: string, isRefused: bool, asksCode: bool}} $door
 */

declare(strict_types=1);

use Bluebridge\WordPress\Entrance\EntranceForm;

defined('ABSPATH') || exit;

?>
<form
    class="bluebridge-room__form"
    method="post"
    action="<?php echo esc_url($door['action']); ?>"
    target="_blank"
    data-wp-bind--hidden="context.isRefused"
    <?php echo $door['context']['isRefused'] ? 'hidden' : ''; ?>
>
    <?php if ($door['nonce'] !== '') : ?>
        <input type="hidden" name="<?php echo esc_attr(EntranceForm::NONCE); ?>" value="<?php echo esc_attr($door['nonce']); ?>">
    <?php endif; ?>
    <?php if ($door['asksName']) : ?>
        <label class="bluebridge-room__name-field">
            <?php esc_html_e('Your name', 'bluebridge'); ?>
            <input name="<?php echo esc_attr(EntranceForm::NAME); ?>" required maxlength="100" autocomplete="name">
        </label>
    <?php endif; ?>
    <?php if ($door['showsCode'] ?? false) : ?>
        <?php // Who has shown the code before is not asked again; a page that a cache keeps learns it by its script. ?>
        <label
            class="bluebridge-room__name-field"
            data-wp-bind--hidden="!context.asksCode"
            <?php echo $door['context']['asksCode'] ? '' : 'hidden'; ?>
        >
            <?php esc_html_e('Code', 'bluebridge'); ?>
            <input
                type="password"
                name="<?php echo esc_attr(EntranceForm::CODE); ?>"
                required
                maxlength="200"
                autocomplete="off"
                data-wp-bind--disabled="!context.asksCode"
                <?php disabled(!$door['context']['asksCode']); ?>
            >
        </label>
    <?php endif; ?>
    <button class="bluebridge-room__button wp-element-button">
        <span data-wp-text="context.label"><?php echo esc_html($door['context']['label']); ?></span>
        <span class="screen-reader-text"><?php echo esc_html($door['room']->title); ?> <?php esc_html_e('(opens in a new tab)', 'bluebridge'); ?></span>
    </button>
</form>
