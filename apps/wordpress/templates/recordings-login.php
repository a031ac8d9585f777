<?php

/**
 * Told to visitors who could see recordings once they are logged in.
 *
 * @var array{wrapper: string, loginAddress: string} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;
// phpcs:disable WordPress.Security.EscapeOutput.OutputNotEscaped -- WordPress has escaped the attributes
?>
<div <?php echo $view['wrapper']; ?>>
<?php // phpcs:enable ?>
    <p>
        <?php esc_html_e('Recordings of this room are for people with an account.', 'bluebridge'); ?>
        <a href="<?php echo esc_url($view['loginAddress']); ?>"><?php esc_html_e('Log in', 'bluebridge'); ?></a>
    </p>
</div>
