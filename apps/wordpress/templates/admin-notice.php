<?php

/**
 * What came of a form.
 *
 * @var array{works: bool, text: string}|null $result
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

if ($result === null) {
    return;
}
?>
<div class="notice <?php echo esc_attr($result['works'] ? 'notice-success' : 'notice-error'); ?>" role="<?php echo esc_attr($result['works'] ? 'status' : 'alert'); ?>">
    <p><?php echo esc_html($result['text']); ?></p>
</div>
