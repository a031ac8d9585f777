<?php

/**
 * Seats and time, for administrators.
 *
 * @var array{save: string, makeAddress: string, hasAddress: bool, told: array{works: bool, text: string, address: string}|null, health: array{status: string, label: string, description: string}, accounts: list<array{key: string, name: string, counts: bool, taken: int, total: int, holders: list<array{name: string, seats: int, until: string}>, terms: array<string, int|null>}>} $view
 */

declare(strict_types=1);

use Bluebridge\WordPress\Seats\AccountTermsStore;
use Bluebridge\WordPress\Seats\SeatWords;

defined('ABSPATH') || exit;

$told = $view['told'];
$labels = [
    'connections' => [__('Seats of the account', 'bluebridge'), __('As your contract says. Empty: seats are not counted, and you learn of a lack only when the server refuses.', 'bluebridge')],
    'defaultSeats' => [__('Seats of a room', 'bluebridge'), __('For rooms without a setting of their own.', 'bluebridge')],
    'defaultMinutes' => [__('Minutes of a room', 'bluebridge'), __('For rooms without a setting of their own.', 'bluebridge')],
    'graceMinutes' => [__('Minutes of grace', 'bluebridge'), __('How long people may stay after the planned end.', 'bluebridge')],
];
?>
<div class="wrap">
    <h1><?php esc_html_e('Seats and time', 'bluebridge'); ?></h1>
    <?php if ($told !== null) : ?>
        <div class="notice <?php echo esc_attr($told['works'] ? 'notice-success' : 'notice-error'); ?>" role="alert">
            <p><?php echo esc_html($told['text']); ?></p>
            <?php if ($told['address'] !== '') : ?>
                <p><code style="overflow-wrap: anywhere"><?php echo esc_html($told['address']); ?></code></p>
            <?php endif; ?>
        </div>
    <?php endif; ?>

    <?php foreach ($view['accounts'] as $account) : ?>
        <?php if ($account['name'] !== '') : ?>
            <h2><?php echo esc_html($account['name']); ?></h2>
        <?php endif; ?>
        <?php if (!$account['counts']) : ?>
            <p><?php esc_html_e('This server reserves no seats: as many people can meet as it can handle, and it ends meetings itself.', 'bluebridge'); ?></p>
            <?php continue; ?>
        <?php endif; ?>
        <?php if ($account['total'] > 0) : ?>
            <p>
                <?php $words = SeatWords::taken($account['taken'], $account['total']); ?>
                <meter min="0" max="<?php echo esc_attr((string) $account['total']); ?>" value="<?php echo esc_attr((string) $account['taken']); ?>" aria-label="<?php echo esc_attr($words); ?>"></meter>
                <?php echo esc_html($words); ?>
            </p>
        <?php endif; ?>
        <?php if ($account['holders'] !== []) : ?>
            <table class="widefat striped" style="max-width: 48rem">
                <caption class="screen-reader-text"><?php esc_html_e('Who has seats now', 'bluebridge'); ?></caption>
                <thead>
                    <tr>
                        <th scope="col"><?php esc_html_e('Room', 'bluebridge'); ?></th>
                        <th scope="col"><?php esc_html_e('Seats', 'bluebridge'); ?></th>
                        <th scope="col"><?php esc_html_e('Until', 'bluebridge'); ?></th>
                    </tr>
                </thead>
                <tbody>
                    <?php foreach ($account['holders'] as $holder) : ?>
                        <tr>
                            <td><?php echo esc_html($holder['name']); ?></td>
                            <td><?php echo esc_html((string) $holder['seats']); ?></td>
                            <td><?php echo esc_html($holder['until']); ?></td>
                        </tr>
                    <?php endforeach; ?>
                </tbody>
            </table>
        <?php endif; ?>
        <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
            <input type="hidden" name="action" value="<?php echo esc_attr($view['save']); ?>">
            <input type="hidden" name="account" value="<?php echo esc_attr($account['key']); ?>">
            <?php wp_nonce_field($view['save'], '_wpnonce', false); ?>
            <table class="form-table" role="presentation">
                <?php foreach ($labels as $name => [$label, $help]) : ?>
                    <?php
                    [$constant, , $least, $most] = AccountTermsStore::TERMS[$name];
                    $isFixed = AccountTermsStore::isFixed($name);
                    $field = "bluebridge-{$name}-{$account['key']}";
                    ?>
                    <tr>
                        <th scope="row"><label for="<?php echo esc_attr($field); ?>"><?php echo esc_html($label); ?></label></th>
                        <td>
                            <input
                                id="<?php echo esc_attr($field); ?>"
                                name="<?php echo esc_attr($name); ?>"
                                type="number"
                                class="small-text"
                                min="<?php echo esc_attr((string) $least); ?>"
                                max="<?php echo esc_attr((string) $most); ?>"
                                value="<?php echo esc_attr((string) $account['terms'][$name]); ?>"
                                aria-describedby="<?php echo esc_attr("{$field}-help"); ?>"
                                <?php disabled($isFixed); ?>
                            >
                            <p class="description" id="<?php echo esc_attr("{$field}-help"); ?>">
                                <?php
                                echo esc_html(
                                    $isFixed
                                        /* translators: %s: name of a constant */
                                        ? sprintf(__('Set outside WordPress, by %s.', 'bluebridge'), $constant)
                                        : $help
                                );
                                ?>
                            </p>
                        </td>
                    </tr>
                <?php endforeach; ?>
            </table>
            <?php submit_button(__('Save', 'bluebridge'), 'primary', 'submit', true, ['id' => "bluebridge-save-{$account['key']}"]); ?>
        </form>
    <?php endforeach; ?>

    <h2><?php esc_html_e('What ends meetings', 'bluebridge'); ?></h2>
    <p><strong><?php echo esc_html($view['health']['label']); ?></strong><br><?php echo esc_html($view['health']['description']); ?></p>
    <p><?php esc_html_e('WP-Cron runs when somebody visits the site. To be on time, let the cron of your host ask an address of this site once a minute.', 'bluebridge'); ?></p>
    <form method="post" action="<?php echo esc_url(admin_url('admin-post.php')); ?>">
        <input type="hidden" name="action" value="<?php echo esc_attr($view['makeAddress']); ?>">
        <?php wp_nonce_field($view['makeAddress'], '_wpnonce', false); ?>
        <?php submit_button($view['hasAddress'] ? __('Make a new address', 'bluebridge') : __('Make an address', 'bluebridge'), 'secondary', 'submit', false, ['id' => 'bluebridge-make-address']); ?>
    </form>
</div>
