<?php

/**
 * The fields of one server: on the screen of a site, of a network, and for each further server.
 *
 * @var array{id: string, name: string, endpoint: string, hasSecret: bool, dialect: string} $server
 * @var array<string, string> $dialects words by the names of the kinds
 * @var bool $named whether it has a name
 * @var array{endpoint: bool, secret: bool, dialect: bool} $fixed what is said outside WordPress
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

$suffix = $server['id'] === '' ? '' : "-{$server['id']}";
?>
<table class="form-table" role="presentation">
    <?php if ($named) : ?>
        <tr>
            <th scope="row"><label for="bluebridge-name<?php echo esc_attr($suffix); ?>"><?php esc_html_e('Name', 'bluebridge'); ?></label></th>
            <td><input id="bluebridge-name<?php echo esc_attr($suffix); ?>" name="name" type="text" class="regular-text" maxlength="60" required autocomplete="off" value="<?php echo esc_attr($server['name']); ?>"></td>
        </tr>
    <?php endif; ?>
    <tr>
        <th scope="row"><label for="bluebridge-endpoint<?php echo esc_attr($suffix); ?>"><?php esc_html_e('Address', 'bluebridge'); ?></label></th>
        <td>
            <input
                id="bluebridge-endpoint<?php echo esc_attr($suffix); ?>"
                name="endpoint"
                type="text"
                class="regular-text code"
                value="<?php echo esc_attr($server['endpoint']); ?>"
                placeholder="https://bbb.example.org/bigbluebutton/"
                autocomplete="off"
                spellcheck="false"
                <?php disabled($fixed['endpoint']); ?>
            >
            <?php if ($fixed['endpoint']) : ?>
                <p class="description"><?php esc_html_e('Set outside WordPress, by BLUEBRIDGE_ENDPOINT.', 'bluebridge'); ?></p>
            <?php endif; ?>
        </td>
    </tr>
    <tr>
        <th scope="row"><label for="bluebridge-secret<?php echo esc_attr($suffix); ?>"><?php esc_html_e('Shared secret', 'bluebridge'); ?></label></th>
        <td>
            <input
                id="bluebridge-secret<?php echo esc_attr($suffix); ?>"
                name="secret"
                type="password"
                class="regular-text code"
                value=""
                autocomplete="new-password"
                spellcheck="false"
                <?php disabled($fixed['secret']); ?>
            >
            <p class="description">
                <?php if ($fixed['secret']) : ?>
                    <?php esc_html_e('Set outside WordPress, by BLUEBRIDGE_SECRET.', 'bluebridge'); ?>
                <?php elseif ($server['hasSecret']) : ?>
                    <?php esc_html_e('A secret is saved, sealed with the keys of this site. Leave this empty to keep it.', 'bluebridge'); ?>
                <?php endif; ?>
            </p>
        </td>
    </tr>
    <tr>
        <th scope="row"><label for="bluebridge-dialect<?php echo esc_attr($suffix); ?>"><?php esc_html_e('Kind of server', 'bluebridge'); ?></label></th>
        <td>
            <select id="bluebridge-dialect<?php echo esc_attr($suffix); ?>" name="dialect" <?php disabled($fixed['dialect']); ?>>
                <option value=""><?php esc_html_e('Find out', 'bluebridge'); ?></option>
                <?php foreach ($dialects as $name => $words) : ?>
                    <option value="<?php echo esc_attr($name); ?>" <?php selected($server['endpoint'] !== '' && $name === $server['dialect']); ?>><?php echo esc_html($words); ?></option>
                <?php endforeach; ?>
            </select>
            <?php if ($fixed['dialect']) : ?>
                <p class="description"><?php esc_html_e('Set outside WordPress, by BLUEBRIDGE_DIALECT.', 'bluebridge'); ?></p>
            <?php endif; ?>
        </td>
    </tr>
</table>
