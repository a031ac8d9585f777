<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Module;

/** A few lines of style for our screens; they look like those of WordPress by themselves. */
final class AdminStyle implements Module
{
    /** On a phone WordPress makes fields as wide as the screen, and two pixels more. */
    private const RULES = '.bluebridge-admin :is(input, select) { margin-inline: 0; max-width: 100%; }';

    public function register(): void
    {
        add_action('admin_enqueue_scripts', static function (string $screen): void {
            if (str_contains($screen, '_bluebridge-')) {
                wp_add_inline_style('common', self::RULES);
            }
        });
    }
}
