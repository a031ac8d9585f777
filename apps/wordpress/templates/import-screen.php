<?php

/**
 * What would come of an import, and the button that does it.
 *
 * @var array{
 *     action: string,
 *     rooms: list<array{oldId: int, title: string, outcome: 'new'|'known', notes: list<string>}>,
 *     shortcodes: list<array{postId: int, title: string, before: string, after: string|null}>,
 *     result: array{works: bool, text: string}|null,
 * } $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$result = $view['result'];
?>
<div class="wrap bluebridge-admin">
    <h1><?php esc_html_e('Import meeting rooms', 'bluebridge'); ?></h1>
    <?php require __DIR__ . '/admin-notice.php'; ?>
    <p><?php esc_html_e('Rooms of the plugin “BigBlueButton” by Blindside Networks become rooms of this one, with their people, codes and categories. The old plugin keeps all it has.', 'bluebridge'); ?></p>
    <?php if ($view['rooms'] === []) : ?>
        <p><?php esc_html_e('There are no rooms to import on this site.', 'bluebridge'); ?></p>
    <?php else : ?>
        <h2><?php esc_html_e('Rooms', 'bluebridge'); ?></h2>
        <ul class="ul-disc">
            <?php foreach ($view['rooms'] as $row) : ?>
                <li>
                    <strong><?php echo esc_html($row['title']); ?></strong>:
                    <?php echo esc_html($row['outcome'] === 'known' ? __('imported already', 'bluebridge') : __('will be imported', 'bluebridge')); ?>
                    <?php foreach ($row['notes'] as $note) : ?>
                        <br><?php echo esc_html($note); ?>
                    <?php endforeach; ?>
                </li>
            <?php endforeach; ?>
        </ul>
        <?php if ($view['shortcodes'] !== []) : ?>
            <h2><?php esc_html_e('Shortcodes on pages', 'bluebridge'); ?></h2>
            <ul class="ul-disc">
                <?php foreach ($view['shortcodes'] as $row) : ?>
                    <li>
                        <strong><?php echo esc_html($row['title']); ?></strong>:
                        <code><?php echo esc_html($row['before']); ?></code>
                        <?php if ($row['after'] === null) : ?>
                            <?php esc_html_e('stays as it is: its room is not known.', 'bluebridge'); ?>
                        <?php else : ?>
                            → <code><?php echo esc_html($row['after']); ?></code>
                        <?php endif; ?>
                    </li>
                <?php endforeach; ?>
            </ul>
        <?php endif; ?>
        <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
            <input type="hidden" name="action" value="<?php echo esc_attr($view['action']); ?>">
            <?php wp_nonce_field($view['action']); ?>
            <?php if ($view['shortcodes'] !== []) : ?>
                <p><label><input type="checkbox" name="shortcodes" value="1" checked> <?php esc_html_e('Rewrite the shortcodes too', 'bluebridge'); ?></label></p>
            <?php endif; ?>
            <?php submit_button(__('Import', 'bluebridge')); ?>
        </form>
    <?php endif; ?>
</div>
