<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Lifecycle;

use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomCategories;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Storage\Database;
use Closure;

/**
 * Takes away everything the plugin has ever kept. All of it is known by its prefix, so nothing is left
 * by a feature of another version either.
 */
final class Removal
{
    private const AT_ONCE = 100;

    /** Does so on this site, or on every site of a network. */
    public static function everywhere(): void
    {
        if (!is_multisite()) {
            self::here();
        } else {
            self::onAllSites(self::here(...));
            self::ofNetwork();
        }
        self::ofPeople();
    }

    /** @param Closure(): void $work */
    private static function onAllSites(Closure $work): void
    {
        $offset = 0;
        do {
            $sites = get_sites(['fields' => 'ids', 'number' => self::AT_ONCE, 'offset' => $offset]);
            foreach ($sites as $site) {
                switch_to_blog($site);
                $work();
                restore_current_blog();
            }
            $offset += self::AT_ONCE;
        } while ($sites !== []);
    }

    private static function here(): void
    {
        global $wpdb;
        do {
            // The plugin is not running any more, so its post type is unknown to WordPress.
            $sql = 'SELECT ID FROM %i WHERE post_type = %s LIMIT %d';
            $ids = Database::column($sql, $wpdb->posts, RoomType::NAME, self::AT_ONCE);
            foreach ($ids as $id) {
                wp_delete_post((int) $id, true);
            }
        } while ($ids !== []);
        self::removeCategories();
        Database::change('DELETE FROM %i WHERE meta_key LIKE %s', $wpdb->postmeta, self::prefixed('_'));
        foreach (Database::column('SHOW TABLES LIKE %s', $wpdb->esc_like(Database::table('')) . '%') as $table) {
            Database::change('DROP TABLE IF EXISTS %i', $table);
        }
        // Without a network, what is passing for all sites is kept here too.
        foreach (['', '_transient_', '_transient_timeout_', '_site_transient_', '_site_transient_timeout_'] as $before) {
            $sql = 'SELECT option_name FROM %i WHERE option_name LIKE %s';
            foreach (Database::column($sql, $wpdb->options, self::prefixed($before)) as $option) {
                delete_option($option);
            }
        }
        self::unschedule();
        Rights::takeAway();
    }

    private static function removeCategories(): void
    {
        global $wpdb;
        $sql = 'SELECT term_id FROM %i WHERE taxonomy = %s';
        $terms = Database::column($sql, $wpdb->term_taxonomy, RoomCategories::NAME);
        // WordPress deletes terms of taxonomies it knows only.
        RoomCategories::add();
        foreach ($terms as $term) {
            wp_delete_term((int) $term, RoomCategories::NAME);
        }
        unregister_taxonomy(RoomCategories::NAME);
    }

    /** Takes the plugin's tasks out of WP-Cron where it is switched off: on this site, or on all of a network. */
    public static function unscheduleWhereOff(bool $isWholeNetwork): void
    {
        $isWholeNetwork ? self::onAllSites(self::unschedule(...)) : self::unschedule();
    }

    private static function unschedule(): void
    {
        foreach (_get_cron_array() as $hooks) {
            foreach (array_keys((array) $hooks) as $hook) {
                if (str_starts_with((string) $hook, 'bluebridge_')) {
                    wp_unschedule_hook((string) $hook);
                }
            }
        }
    }

    private static function ofNetwork(): void
    {
        global $wpdb;
        foreach (['', '_site_transient_', '_site_transient_timeout_'] as $before) {
            $sql = 'SELECT meta_key FROM %i WHERE meta_key LIKE %s';
            foreach (Database::column($sql, (string) $wpdb->sitemeta, self::prefixed($before)) as $option) {
                delete_site_option($option);
            }
        }
    }

    private static function ofPeople(): void
    {
        global $wpdb;
        foreach (['', '_'] as $before) {
            Database::change('DELETE FROM %i WHERE meta_key LIKE %s', $wpdb->usermeta, self::prefixed($before));
        }
    }

    private static function prefixed(string $before): string
    {
        global $wpdb;

        return $wpdb->esc_like("{$before}bluebridge_") . '%';
    }
}
