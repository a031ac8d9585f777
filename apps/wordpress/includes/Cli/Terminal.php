<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use WP_CLI;

use function WP_CLI\Utils\format_items;

/**
 * Where a command was typed and answers.
 *
 * @phpstan-import-type Argument from Command
 */
final class Terminal
{
    /** The option that says how lists are written. */
    public const FORMAT = [
        'type' => 'assoc',
        'name' => 'format',
        'description' => 'How the list is written.',
        'optional' => true,
        'options' => ['table', 'json', 'csv', 'yaml', 'count'],
        'default' => 'table',
    ];

    /** @param array<array-key, string> $options by their names */
    public function __construct(private readonly array $options)
    {
    }

    /** Gives what an option says; empty when it was not typed. */
    public function option(string $name): string
    {
        return $this->options[$name] ?? '';
    }

    public function isOn(string $name): bool
    {
        return !in_array($this->option($name), ['', '0', 'false'], true);
    }

    public function line(string $text): void
    {
        WP_CLI::line($text);
    }

    public function success(string $text): void
    {
        WP_CLI::success($text);
    }

    public function warning(string $text): void
    {
        WP_CLI::warning($text);
    }

    /** Says that it did not work, and ends the command with the exit code 1. */
    public function fail(string $text): void
    {
        WP_CLI::error($text);
    }

    /**
     * Writes a list in the format that was asked for.
     *
     * @param list<array<string, string|int>> $rows
     * @param list<string> $columns
     */
    public function rows(array $rows, array $columns): void
    {
        $format = $this->option('format');
        format_items($format === '' ? 'table' : $format, $rows, $columns);
    }

    /** Asks before something that cannot be undone, unless `--yes` was typed. */
    public function confirm(string $question): void
    {
        WP_CLI::confirm($question, $this->options);
    }
}
