<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Module;
use Closure;
use WP_CLI;

/** The commands of the plugin: `wp bluebridge …`. */
final class CliModule implements Module
{
    /** @param Closure(): list<Command> $commands made only where WP-CLI runs */
    public function __construct(private readonly Closure $commands)
    {
    }

    public function register(): void
    {
        if (defined('WP_CLI') && constant('WP_CLI') === true) {
            add_action('cli_init', $this->add(...));
        }
    }

    /** Makes the commands known to WP-CLI. */
    public function add(): void
    {
        foreach (($this->commands)() as $command) {
            $run = static function (array $arguments, array $options) use ($command): void {
                $terminal = new Terminal(array_filter(array_map(self::text(...), $options), is_string(...)));
                $command->run(array_values(array_filter(array_map(self::text(...), $arguments), is_string(...))), $terminal);
            };
            WP_CLI::add_command('bluebridge ' . $command->name(), $run, $command->help());
        }
    }

    /** Gives the text of an argument; `1` for a switch that is on, null for one that is off. */
    private static function text(mixed $value): ?string
    {
        return match (true) {
            is_string($value) => $value,
            is_int($value) => (string) $value,
            $value === true => '1',
            default => null,
        };
    }
}
