<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests\Lifecycle;

use Bluebridge\WordPress\Tests\Database;

/** What a plugin can leave in a database: tables, options, rights, tasks, posts, metadata. */
final class DatabaseContents
{
    /** Options that WordPress itself writes now and then. */
    private const PASSING = '/^(_site)?_transient_|^(cron|rewrite_rules|recently_activated|active_plugins|uninstall_plugins)$/';

    /** @return array<string, list<string>> sorted names, by where they are */
    public static function all(): array
    {
        $connection = Database::connection();
        $contents = [
            'tables' => Database::column('SHOW TABLES'),
            'user metadata' => Database::column("SELECT DISTINCT meta_key FROM {$connection->usermeta}"),
        ];
        if (!is_multisite()) {
            return $contents + self::ofSite(1, $connection->prefix);
        }
        $contents['network options'] = self::lasting("SELECT meta_key FROM {$connection->sitemeta}");
        foreach (get_sites(['fields' => 'ids']) as $site) {
            $contents += self::ofSite($site, $connection->get_blog_prefix($site));
        }

        return $contents;
    }

    /** @return array<string, list<string>> */
    private static function ofSite(int $site, string $prefix): array
    {
        return [
            "site {$site}: options" => self::lasting("SELECT option_name FROM {$prefix}options"),
            "site {$site}: rights" => self::rights("{$prefix}options", "{$prefix}user_roles"),
            "site {$site}: tasks" => self::tasks("{$prefix}options"),
            "site {$site}: post types" => Database::column("SELECT DISTINCT post_type FROM {$prefix}posts"),
            "site {$site}: kinds of terms" => Database::column("SELECT DISTINCT taxonomy FROM {$prefix}term_taxonomy"),
            "site {$site}: our passing options" => Database::column(
                "SELECT option_name FROM {$prefix}options WHERE option_name LIKE '%bluebridge%'",
            ),
            "site {$site}: post metadata" => Database::column("SELECT DISTINCT meta_key FROM {$prefix}postmeta"),
        ];
    }

    /** @return list<string> */
    private static function lasting(string $sql): array
    {
        $names = Database::column($sql);

        return array_values(array_filter($names, static fn (string $name): bool => preg_match(self::PASSING, $name) !== 1));
    }

    /** @return list<string> such as `author: edit_posts` */
    private static function rights(string $table, string $option): array
    {
        $rights = [];
        foreach (Database::arrayOption($table, $option) as $role => $details) {
            $capabilities = is_array($details) && is_array($details['capabilities'] ?? null) ? $details['capabilities'] : [];
            foreach (array_keys($capabilities) as $capability) {
                $rights[] = "{$role}: {$capability}";
            }
        }
        sort($rights);

        return $rights;
    }

    /** @return list<string> what WordPress is to do later for the plugin */
    private static function tasks(string $table): array
    {
        $tasks = [];
        foreach (Database::arrayOption($table, 'cron') as $hooks) {
            foreach (array_keys(is_array($hooks) ? $hooks : []) as $hook) {
                if (str_contains((string) $hook, 'bluebridge')) {
                    $tasks[] = (string) $hook;
                }
            }
        }

        return $tasks;
    }
}
