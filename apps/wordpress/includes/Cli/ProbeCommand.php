<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Cli;

use Bluebridge\WordPress\Admin\ServerConnection;
use Bluebridge\WordPress\Server\Servers;
use Closure;

/** Asks each server who it is and what it can do. */
final class ProbeCommand implements Command
{
    /** @param Closure(): ServerConnection $connection */
    public function __construct(private readonly Servers $servers, private readonly Closure $connection)
    {
    }

    public function name(): string
    {
        return 'probe';
    }

    public function help(): array
    {
        return ['shortdesc' => 'Tries every connected server and says what is wrong with it.', 'synopsis' => []];
    }

    public function run(array $arguments, Terminal $terminal): void
    {
        $broken = 0;
        foreach ($this->servers->ids() as $server) {
            $told = ($this->connection)()->check($server);
            $broken += $told['works'] ? 0 : 1;
            $name = $server === '' ? '' : "{$server}: ";
            $told['works'] ? $terminal->success($name . $told['text']) : $terminal->warning($name . $told['text']);
        }
        if ($broken > 0) {
            /* translators: %d: number of servers */
            $terminal->fail(sprintf(_n('%d server cannot be used.', '%d servers cannot be used.', $broken, 'bluebridge'), $broken));
        }
    }
}
