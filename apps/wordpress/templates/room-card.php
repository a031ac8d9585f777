<?php

/**
 * A room on a page.
 *
 * @var array{room: \Bluebridge\WordPress\Rooms\StoredRoom, sign: array{state: string, people: list<array{name: string, moderates: bool}>}, action: string, nonce: string, asksName: bool, hasCode: bool, loginAddress: string, leads: bool, context: array{open: bool, text: string, label: string, isRefused: bool, asksLogin: bool, asksCode: bool, seats: array{lines: list<string>, holders: list<string>, taken: int, total: int, extend: string}}} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$room = $view['room'];
$sign = $view['sign'];
$context = $view['context'];
$door = ['showsCode' => $view['hasCode']] + $view;
$moderator = __('Moderator', 'bluebridge');
// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- these two escape what they write
?>
<div
    <?php echo get_block_wrapper_attributes(['class' => 'bluebridge-room', 'role' => 'group', 'aria-label' => $room->title]); ?>
    data-wp-interactive="bluebridge/room"
    <?php echo wp_interactivity_data_wp_context($context); ?>
    data-wp-init="callbacks.follow"
    data-wp-class--is-open="context.open"
>
<?php // phpcs:enable ?>
    <p class="bluebridge-room__name"><?php echo esc_html($room->title); ?></p>
    <p class="bluebridge-room__state" role="status" data-wp-text="context.state"><?php echo esc_html($sign['state']); ?></p>
    <p class="bluebridge-room__text" data-wp-text="context.text"><?php echo esc_html($context['text']); ?></p>
    <p class="bluebridge-room__countdown" role="timer" data-wp-bind--hidden="!context.countdown" data-wp-text="context.countdown" hidden></p>
    <?php if ($view['loginAddress'] !== '') : ?>
        <p data-wp-bind--hidden="!context.asksLogin"<?php echo $context['asksLogin'] ? '' : ' hidden'; ?>>
            <a href="<?php echo esc_url($view['loginAddress']); ?>"><?php esc_html_e('Log in', 'bluebridge'); ?></a>
        </p>
    <?php endif; ?>
    <?php require __DIR__ . '/room-form.php'; ?>
    <?php if ($view['leads']) : ?>
        <?php require __DIR__ . '/room-seats.php'; ?>
    <?php endif; ?>
    <ul
        class="bluebridge-room__people"
        aria-label="<?php esc_attr_e('In the room', 'bluebridge'); ?>"
        data-wp-bind--hidden="!context.people.length"
        <?php echo $sign['people'] === [] ? 'hidden' : ''; ?>
    >
        <template data-wp-each--person="context.people">
            <li>
                <span data-wp-text="context.person.name"></span>
                <small data-wp-bind--hidden="!context.person.moderates"><?php echo esc_html($moderator); ?></small>
            </li>
        </template>
        <?php foreach ($sign['people'] as $person) : ?>
            <li data-wp-each-child>
                <span><?php echo esc_html($person['name']); ?></span>
                <small<?php echo $person['moderates'] ? '' : ' hidden'; ?>><?php echo esc_html($moderator); ?></small>
            </li>
        <?php endforeach; ?>
    </ul>
</div>
