<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Refusal;

use PHPUnit\Framework\TestCase;
use WP_Error;

/** A WordPress that is older than the plugin needs. */
final class RefusalTest extends TestCase
{
    public function testAnOldWordPressSaysWhichOneIsNeeded(): void
    {
        $outcome = activate_plugin('bluebridge/bluebridge.php');

        self::assertInstanceOf(WP_Error::class, $outcome);
        self::assertSame('plugin_wp_incompatible', $outcome->get_error_code());
        self::assertMatchesRegularExpression('/requires WordPress \d+\.\d+/', wp_strip_all_tags($outcome->get_error_message()));
        self::assertFalse(is_plugin_active('bluebridge/bluebridge.php'));
    }
}
