<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Tests;

use wpdb;

/** The database of the site, asked in plain SQL. */
final class Database
{
    public static function connection(): wpdb
    {
        /** @var wpdb $wpdb */
        global $wpdb;

        return $wpdb;
    }

    /** @return list<string> the first column of every row, in order */
    public static function column(string $sql): array
    {
        $values = array_map(static fn (mixed $value): string => is_scalar($value) ? (string) $value : '', self::connection()->get_col($sql));
        sort($values);

        return $values;
    }

    /** @return array<array-key, mixed> what an option keeps as an array; empty when it is none */
    public static function arrayOption(string $table, string $name): array
    {
        $value = maybe_unserialize(self::column("SELECT option_value FROM {$table} WHERE option_name = '{$name}'")[0] ?? '');

        return is_array($value) ? $value : [];
    }
}
