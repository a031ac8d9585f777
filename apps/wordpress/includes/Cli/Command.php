<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

/**
 * A command of WP-CLI.
 *
 * @phpstan-type Argument array{
 *     type: 'positional'|'assoc'|'flag',
 *     name: string,
 *     description: string,
 *     optional?: bool,
 *     options?: list<string>,
 *     default?: string,
 * }
 * @phpstan-type Help array{shortdesc: string, longdesc?: string, synopsis: list<Argument>}
 */
interface Command
{
    /** As it is typed after `wp bluebridge`. */
    public function name(): string;

    /**
     * Describes it as WP-CLI wants it; WP-CLI refuses what is not described.
     *
     * @return Help
     */
    public function help(): array;

    /** @param list<string> $arguments by their places */
    public function run(array $arguments, Terminal $terminal): void;
}
