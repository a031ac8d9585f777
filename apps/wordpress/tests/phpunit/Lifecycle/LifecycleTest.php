<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Lifecycle;

use Bluebridge\WordPress\Migrations\InvitationUsers;
use Bluebridge\WordPress\Migrations\Migrations;
use Bluebridge\WordPress\Tests\Database;
use Bluebridge\WordPress\Tests\Site;
use PHPUnit\Framework\Attributes\Depends;
use PHPUnit\Framework\TestCase;

/** The plugin comes into a WordPress that has never had it, and goes again. */
final class LifecycleTest extends TestCase
{
    private const PLUGIN = 'bluebridge/bluebridge.php';

    /** @var array<string, list<string>> what the database held before */
    private static array $before = [];

    public function testActivationGivesThePostTypeAndItsRights(): void
    {
        self::$before = DatabaseContents::all();

        $outcome = activate_plugin(self::PLUGIN, '', is_multisite());
        // WordPress has announced its start long ago; another request would hear it.
        do_action('init');

        self::assertNull($outcome, is_wp_error($outcome) ? $outcome->get_error_message() : '');
        self::assertTrue(is_plugin_active(self::PLUGIN));
        self::assertTrue(post_type_exists('bluebridge_room'));
        $author = get_user_by('login', 'author');
        self::assertTrue($author !== false && $author->has_cap('edit_bluebridge_rooms'));
        self::assertFalse(Migrations::hasFailed());
        self::assertGreaterThanOrEqual(7, get_option(Migrations::VERSION));
        // Taken twice, as after a request that died before it could note that it was done.
        (new InvitationUsers())->up();
        self::assertSame('', Database::connection()->last_error);
    }

    #[Depends('testActivationGivesThePostTypeAndItsRights')]
    public function testDeactivationKeepsWhatPeopleMade(): void
    {
        $room = wp_insert_post(['post_type' => 'bluebridge_room', 'post_title' => 'Physics', 'post_status' => 'publish']);

        self::keepSomethingEverywhere($room);

        $other = self::addSiteWithTask();
        deactivate_plugins(self::PLUGIN);

        self::assertFalse(is_plugin_active(self::PLUGIN));
        self::assertSame('Physics', get_the_title($room));
        self::assertFalse(wp_next_scheduled('bluebridge_more'), 'nobody does the tasks any more');
        self::assertFalse(self::hasTask($other), 'nor on another site of the network');
    }

    #[Depends('testDeactivationKeepsWhatPeopleMade')]
    public function testUninstallingLeavesNothing(): void
    {
        self::assertSame('', Subprocess::uninstall());

        wp_cache_flush();
        self::assertSame(self::$before, DatabaseContents::all());
        self::assertFileExists(Site::folder() . '/wp-content/plugins/' . self::PLUGIN);
    }

    /** Leaves what any feature may: uninstalling knows it by its prefix. */
    private static function keepSomethingEverywhere(int $room): void
    {
        update_post_meta($room, '_bluebridge_more', '1');
        update_user_meta(1, '_bluebridge_more', '1');
        update_option('bluebridge_more', '1');
        set_transient('bluebridge_more', '1', HOUR_IN_SECONDS);
        update_site_option('bluebridge_network_more', '1');
        set_site_transient('bluebridge_more', '1', HOUR_IN_SECONDS);
        wp_schedule_single_event(time() + HOUR_IN_SECONDS, 'bluebridge_more');
        wp_insert_term('Class 7b', 'bluebridge_category');
        $connection = Database::connection();
        $connection->query("CREATE TABLE {$connection->prefix}bluebridge_more (id int)");
    }

    /** Adds a site to a network, on which a task of the plugin is planned; 0 without a network. */
    private static function addSiteWithTask(): int
    {
        if (!is_multisite()) {
            return 0;
        }
        $site = wp_insert_site(['domain' => (string) wp_parse_url(home_url(), PHP_URL_HOST), 'path' => '/more/', 'user_id' => 1]);
        self::assertIsInt($site);
        switch_to_blog($site);
        wp_schedule_single_event(time() + HOUR_IN_SECONDS, 'bluebridge_more');
        restore_current_blog();

        return $site;
    }

    /** Tells whether the task is still planned there, and takes the site away. */
    private static function hasTask(int $site): bool
    {
        if ($site === 0) {
            return false;
        }
        switch_to_blog($site);
        $hasTask = wp_next_scheduled('bluebridge_more') !== false;
        restore_current_blog();
        wp_delete_site($site);

        return $hasTask;
    }
}
