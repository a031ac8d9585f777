<?php

/**
 * The form of a preset.
 *
 * @var array{action: string, preset: \Bluebridge\WordPress\Settings\Preset, groups: list<array{label: string, fields: list<array{name: string, label: string, help: string, control: string, options: array<string, string>, text: string, isLocked: bool, problem: string}>}>, problems: array<string, string>, back: string} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$preset = $view['preset'];
$isEvery = $preset->id === \Bluebridge\WordPress\Settings\Preset::EVERY_ROOM;
?>
<div class="wrap">
    <h1><?php echo esc_html($preset->id === 'new' ? __('Add preset', 'bluebridge') : $preset->name); ?></h1>
    <p><a href="<?php echo esc_url($view['back']); ?>"><?php esc_html_e('Back to rules and presets', 'bluebridge'); ?></a></p>
    <?php if ($view['problems'] !== []) : ?>
        <div class="notice notice-error" role="alert"><p><?php esc_html_e('Nothing was saved yet. Please look at the fields with a remark.', 'bluebridge'); ?></p></div>
    <?php endif; ?>
    <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
        <input type="hidden" name="action" value="<?php echo esc_attr($view['action']); ?>">
        <input type="hidden" name="preset" value="<?php echo esc_attr($preset->id); ?>">
        <?php wp_nonce_field($view['action']); ?>
        <?php if (!$isEvery) : ?>
            <p>
                <label for="bluebridge-preset-name"><?php esc_html_e('Name', 'bluebridge'); ?></label><br>
                <input id="bluebridge-preset-name" class="regular-text" name="name" type="text" required maxlength="100" value="<?php echo esc_attr($preset->name); ?>">
            </p>
            <?php if (isset($view['problems']['name'])) : ?>
                <p class="description" role="alert"><?php echo esc_html($view['problems']['name']); ?></p>
            <?php endif; ?>
        <?php endif; ?>
        <?php foreach ($view['groups'] as $group) : ?>
            <h2><?php echo esc_html($group['label']); ?></h2>
            <table class="form-table" role="presentation">
                <?php foreach ($group['fields'] as $field) : ?>
                    <?php $fieldId = "bluebridge-{$field['name']}"; ?>
                    <tr>
                        <th scope="row"><label for="<?php echo esc_attr($fieldId); ?>"><?php echo esc_html($field['label']); ?></label></th>
                        <td>
                            <?php if ($field['options'] !== []) : ?>
                                <select id="<?php echo esc_attr($fieldId); ?>" name="<?php echo esc_attr("value_{$field['name']}"); ?>" aria-describedby="<?php echo esc_attr("{$fieldId}-help"); ?>">
                                    <?php foreach ($field['options'] as $value => $label) : ?>
                                        <option value="<?php echo esc_attr((string) $value); ?>" <?php selected((string) $value, $field['text']); ?>><?php echo esc_html($label); ?></option>
                                    <?php endforeach; ?>
                                </select>
                            <?php elseif ($field['control'] === 'block') : ?>
                                <textarea id="<?php echo esc_attr($fieldId); ?>" class="large-text" rows="3" name="<?php echo esc_attr("value_{$field['name']}"); ?>" aria-describedby="<?php echo esc_attr("{$fieldId}-help"); ?>"><?php echo esc_textarea($field['text']); ?></textarea>
                            <?php else : ?>
                                <input id="<?php echo esc_attr($fieldId); ?>" class="regular-text" type="text" name="<?php echo esc_attr("value_{$field['name']}"); ?>" value="<?php echo esc_attr($field['text']); ?>" <?php echo $field['control'] === 'number' ? 'inputmode="numeric"' : ''; ?> aria-describedby="<?php echo esc_attr("{$fieldId}-help"); ?>">
                            <?php endif; ?>
                            <label>
                                <input type="checkbox" name="<?php echo esc_attr("lock_{$field['name']}"); ?>" value="1" <?php checked($field['isLocked']); ?>>
                                <?php esc_html_e('Lock', 'bluebridge'); ?>
                                <span class="screen-reader-text"><?php echo esc_html($field['label']); ?></span>
                            </label>
                            <p class="description" id="<?php echo esc_attr("{$fieldId}-help"); ?>"><?php echo esc_html($field['help']); ?></p>
                            <?php if ($field['problem'] !== '') : ?>
                                <p role="alert"><strong><?php echo esc_html($field['problem']); ?></strong></p>
                            <?php endif; ?>
                        </td>
                    </tr>
                <?php endforeach; ?>
            </table>
        <?php endforeach; ?>
        <?php submit_button(__('Save preset', 'bluebridge')); ?>
    </form>
</div>
