<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Storage;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL -- this is the one place for it

/**
 * Questions to the database of WordPress about tables of our own. Texts of queries are written out, with
 * `%i` for the name of a table, `%s` and `%d` for values.
 */
final class Database
{
    /** Gives the name of one of our tables, with the prefix of the current site. */
    public static function table(string $name): string
    {
        global $wpdb;

        return "{$wpdb->prefix}bluebridge_{$name}";
    }

    /**
     * Changes something, and tells how many rows were changed.
     *
     * @param literal-string $sql
     */
    public static function change(string $sql, string|int ...$values): int
    {
        global $wpdb;

        return (int) $wpdb->query((string) $wpdb->prepare($sql, ...$values));
    }

    /**
     * Reads one row; null when there is none.
     *
     * @param literal-string $sql
     * @return array<string, string|int|float|null>|null
     */
    public static function row(string $sql, string|int ...$values): ?array
    {
        global $wpdb;
        /** @var array<string, string|int|float|null>|null */
        return $wpdb->get_row((string) $wpdb->prepare($sql, ...$values), ARRAY_A);
    }

    /**
     * Reads rows.
     *
     * @param literal-string $sql
     * @return list<array<string, string|int|float|null>>
     */
    public static function rows(string $sql, string|int ...$values): array
    {
        global $wpdb;
        /** @var list<array<string, string|int|float|null>> */
        return (array) $wpdb->get_results((string) $wpdb->prepare($sql, ...$values), ARRAY_A);
    }

    /**
     * Reads the first column of rows.
     *
     * @param literal-string $sql
     * @return list<string>
     */
    public static function column(string $sql, string|int ...$values): array
    {
        global $wpdb;

        return array_map(strval(...), array_values($wpdb->get_col((string) $wpdb->prepare($sql, ...$values))));
    }

    /**
     * Changes the rows that have certain values, and tells how many were changed. Names of columns are
     * written out by whoever calls it.
     *
     * @param array<string, string|int> $changes by column
     * @param array<string, string|int> $where by column
     */
    public static function update(string $table, array $changes, array $where): int
    {
        global $wpdb;

        return (int) $wpdb->update($table, $changes, $where);
    }

    /**
     * Does something that the database may refuse, such as a second row with a key that is taken.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public static function quietly(callable $work): mixed
    {
        global $wpdb;
        $before = $wpdb->suppress_errors(true);
        try {
            return $work();
        } finally {
            $wpdb->suppress_errors($before);
        }
    }
}
