<?php

/**
 * A page that only tells something: that a room or a recording is not there or not for this person, or that
 * an invitation is over.
 *
 * @var array{title: string, text: string, loginAddress: string, style: string} $view
 */

declare(strict_types=1);

defined('ABSPATH') || exit;
?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
    <meta charset="<?php bloginfo('charset'); ?>">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title><?php echo esc_html($view['title']); ?></title>
    <?php wp_print_styles([$view['style']]); ?>
</head>
<body>
<main>
    <h1><?php echo esc_html($view['title']); ?></h1>
    <p><?php echo esc_html($view['text']); ?></p>
    <?php if ($view['loginAddress'] !== '') : ?>
        <p><a href="<?php echo esc_url($view['loginAddress']); ?>"><?php esc_html_e('Log in', 'bluebridge'); ?></a></p>
    <?php endif; ?>
    <p><a href="<?php echo esc_url(home_url('/')); ?>"><?php echo esc_html(get_bloginfo('name')); ?></a></p>
</main>
</body>
</html>
