<?php

/**
 * Seats and the end of the meeting on the card of a room, for those who lead it.
 *
 * @var array{context: array{seats: array{lines: list<string>, holders: list<string>, taken: int, total: int, extend: string}}} $door
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$seats = $door['context']['seats'];
?>
<div class="bluebridge-room__seats" data-wp-bind--hidden="!context.seats.lines.length"<?php echo $seats['lines'] === [] ? ' hidden' : ''; ?>>
    <template data-wp-each--line="context.seats.lines">
        <p data-wp-text="context.line"></p>
    </template>
    <?php foreach ($seats['lines'] as $line) : ?>
        <p data-wp-each-child><?php echo esc_html($line); ?></p>
    <?php endforeach; ?>
    <meter
        min="0"
        max="<?php echo esc_attr((string) $seats['total']); ?>"
        value="<?php echo esc_attr((string) $seats['taken']); ?>"
        aria-label="<?php esc_attr_e('Seats that are taken', 'bluebridge'); ?>"
        data-wp-bind--max="context.seats.total"
        data-wp-bind--value="context.seats.taken"
        data-wp-bind--hidden="!context.seats.total"
        <?php echo $seats['total'] === 0 ? 'hidden' : ''; ?>
    ></meter>
    <ul
        aria-label="<?php esc_attr_e('Who has seats', 'bluebridge'); ?>"
        data-wp-bind--hidden="!context.seats.holders.length"
        <?php echo $seats['holders'] === [] ? 'hidden' : ''; ?>
    >
        <template data-wp-each--holder="context.seats.holders">
            <li data-wp-text="context.holder"></li>
        </template>
        <?php foreach ($seats['holders'] as $holder) : ?>
            <li data-wp-each-child><?php echo esc_html($holder); ?></li>
        <?php endforeach; ?>
    </ul>
    <button
        type="button"
        class="bluebridge-room__button wp-element-button"
        data-wp-on--click="actions.extend"
        data-wp-bind--hidden="!context.seats.extend"
        data-wp-text="context.seats.extend"
        <?php echo $seats['extend'] === '' ? 'hidden' : ''; ?>
    ><?php echo esc_html($seats['extend']); ?></button>
    <p role="status" data-wp-text="context.extended"></p>
</div>
