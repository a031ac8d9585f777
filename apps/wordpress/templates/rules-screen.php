<?php

/**
 * The screen on which an administrator says what holds for all rooms.
 *
 * @var array{isOfNetwork: bool, action: string, removal: string, policies: \Bluebridge\WordPress\Policies\Policies, network: \Bluebridge\WordPress\Policies\Policies, roles: array<string, string>, presets: list<\Bluebridge\WordPress\Settings\Preset>, networkPresets: list<\Bluebridge\WordPress\Settings\Preset>, address: \Closure(string): string, told: array{works: bool, text: string}|null} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$policies = $view['policies'];
$network = $view['network'];
$told = $view['told'];
?>
<div class="wrap">
    <h1><?php esc_html_e('Rules and presets', 'bluebridge'); ?></h1>
    <?php if ($told !== null) : ?>
        <div class="notice <?php echo esc_attr($told['works'] ? 'notice-success' : 'notice-error'); ?>" role="alert">
            <p><?php echo esc_html($told['text']); ?></p>
        </div>
    <?php endif; ?>
    <h2><?php esc_html_e('Rules for all rooms', 'bluebridge'); ?></h2>
    <p><?php esc_html_e('They apply to existing rooms, too. Whoever has a room may be stricter, but never less strict.', 'bluebridge'); ?></p>
    <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
        <input type="hidden" name="action" value="<?php echo esc_attr($view['action']); ?>">
        <?php wp_nonce_field($view['action']); ?>
        <table class="form-table" role="presentation">
            <tr>
                <th scope="row"><?php esc_html_e('Recording', 'bluebridge'); ?></th>
                <td>
                    <label>
                        <input type="checkbox" name="may_record" value="1" <?php checked($policies->mayRecord); ?>>
                        <?php esc_html_e('Meetings may be recorded', 'bluebridge'); ?>
                    </label>
                    <?php if (!$network->mayRecord) : ?>
                        <p class="description"><?php esc_html_e('Your network does not allow it.', 'bluebridge'); ?></p>
                    <?php endif; ?>
                </td>
            </tr>
            <tr>
                <th scope="row"><?php esc_html_e('Waiting', 'bluebridge'); ?></th>
                <td>
                    <label>
                        <input type="checkbox" name="must_wait" value="1" <?php checked($policies->mustWait); ?>>
                        <?php esc_html_e('People always wait until a moderator is in', 'bluebridge'); ?>
                    </label>
                    <?php if ($network->mustWait) : ?>
                        <p class="description"><?php esc_html_e('Your network wants it anyway.', 'bluebridge'); ?></p>
                    <?php endif; ?>
                </td>
            </tr>
            <tr>
                <th scope="row"><label for="bluebridge-most-participants"><?php esc_html_e('Most participants', 'bluebridge'); ?></label></th>
                <td>
                    <input id="bluebridge-most-participants" class="small-text" type="number" min="0" max="10000" name="most_participants" value="<?php echo esc_attr((string) $policies->mostParticipants); ?>">
                    <p class="description"><?php esc_html_e('Of one meeting. 0 means no limit.', 'bluebridge'); ?></p>
                </td>
            </tr>
            <tr>
                <th scope="row"><label for="bluebridge-most-minutes"><?php esc_html_e('Most minutes', 'bluebridge'); ?></label></th>
                <td>
                    <input id="bluebridge-most-minutes" class="small-text" type="number" min="0" max="1439" name="most_minutes" value="<?php echo esc_attr((string) $policies->mostMinutes); ?>">
                    <p class="description"><?php esc_html_e('Of one meeting. 0 means no limit.', 'bluebridge'); ?></p>
                </td>
            </tr>
            <?php foreach ($view['roles'] as $roleId => $name) : ?>
                <tr>
                    <th scope="row">
                        <label for="<?php echo esc_attr("bluebridge-rooms-{$roleId}"); ?>">
                            <?php
                            /* translators: %s: name of a role */
                            echo esc_html(sprintf(__('Rooms of each person: %s', 'bluebridge'), $name));
                            ?>
                        </label>
                    </th>
                    <td>
                        <input id="<?php echo esc_attr("bluebridge-rooms-{$roleId}"); ?>" class="small-text" type="number" min="0" max="10000" name="<?php echo esc_attr("rooms_{$roleId}"); ?>" value="<?php echo esc_attr((string) ($policies->mostRooms[$roleId] ?? '')); ?>">
                        <p class="description"><?php esc_html_e('Empty means no limit.', 'bluebridge'); ?></p>
                    </td>
                </tr>
            <?php endforeach; ?>
        </table>
        <?php submit_button(__('Save rules', 'bluebridge')); ?>
    </form>
    <h2><?php esc_html_e('Presets', 'bluebridge'); ?></h2>
    <p><?php esc_html_e('A preset is where a new room begins. What it locks cannot be changed in rooms that have it; what “Every room” locks, in none.', 'bluebridge'); ?></p>
    <ul>
        <?php foreach ($view['presets'] as $preset) : ?>
            <li>
                <a href="<?php echo esc_url($view['address']($preset->id)); ?>"><?php echo esc_html($preset->name); ?></a>
                <?php if ($preset->id !== \Bluebridge\WordPress\Settings\Preset::EVERY_ROOM) : ?>
                    <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>" style="display: inline">
                        <input type="hidden" name="action" value="<?php echo esc_attr($view['removal']); ?>">
                        <input type="hidden" name="preset" value="<?php echo esc_attr($preset->id); ?>">
                        <?php wp_nonce_field($view['removal'], '_wpnonce', true); ?>
                        <?php /* translators: %s: name of a preset */ ?>
                        <button type="submit" class="button-link button-link-delete" aria-label="<?php echo esc_attr(sprintf(__('Delete “%s”', 'bluebridge'), $preset->name)); ?>"><?php esc_html_e('Delete', 'bluebridge'); ?></button>
                    </form>
                <?php endif; ?>
            </li>
        <?php endforeach; ?>
        <?php foreach ($view['networkPresets'] as $preset) : ?>
            <li>
                <?php
                /* translators: %s: name of a preset */
                echo esc_html(sprintf(__('%s (of your network)', 'bluebridge'), $preset->name));
                ?>
            </li>
        <?php endforeach; ?>
    </ul>
    <p><a class="button" href="<?php echo esc_url($view['address']('new')); ?>"><?php esc_html_e('Add preset', 'bluebridge'); ?></a></p>
</div>
