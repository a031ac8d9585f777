<?php

declare(strict_types=1);

/*
 * Stands in for WP-CLI, as far as the commands use it: it keeps what they would print.
 */

namespace {
    final class WP_CLI
    {
        /** @var array<string, array{run: callable, help: array<string, mixed>}> */
        public static array $commands = [];

        /** @var list<string> */
        public static array $printed = [];

        /** @param array<string, mixed> $help */
        public static function add_command(string $name, callable $run, array $help): void
        {
            self::$commands[$name] = ['run' => $run, 'help' => $help];
        }

        public static function line(string $text): void
        {
            self::$printed[] = $text;
        }

        public static function success(string $text): void
        {
            self::$printed[] = "Success: {$text}";
        }

        public static function warning(string $text): void
        {
            self::$printed[] = "Warning: {$text}";
        }

        public static function error(string $text): void
        {
            self::$printed[] = "Error: {$text}";
        }

        /** @param array<array-key, mixed> $options */
        public static function confirm(string $question, array $options): void
        {
            self::$printed[] = ($options['yes'] ?? '') === '' ? "Asked: {$question}" : 'Not asked';
        }
    }
}

namespace WP_CLI\Utils {
    use WP_CLI;

    /**
     * @param list<array<string, mixed>> $items
     * @param list<string> $fields
     */
    function format_items(string $format, array $items, array $fields): void
    {
        $columns = array_flip($fields);
        WP_CLI::$printed[] = "{$format}: " . json_encode(array_map(
            static fn (array $item): array => array_intersect_key($item, $columns),
            $items,
        ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    }
}
