<?php

declare(strict_types=1);

namespace Bluebridge\Core\Testing;

use RuntimeException;

/** A server of `server.php` in a process of its own, on a port that was free. */
final class LocalServer
{
    /** @var resource */
    private $process;

    /** @var array<int, resource> */
    private array $pipes;

    public readonly string $origin;

    public function __construct()
    {
        $command = [PHP_BINARY, '-d', 'display_errors=stderr', __DIR__ . '/server.php'];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w']], $pipes);
        $port = $process === false || !isset($pipes[1]) ? false : fgets($pipes[1]);
        if ($process === false || $port === false) {
            throw new RuntimeException('The local server did not start.');
        }
        $this->process = $process;
        $this->pipes = $pipes;
        $this->origin = 'http://127.0.0.1:' . trim($port);
    }

    /** Ends the process: it ends with its input. */
    public function stop(): void
    {
        foreach ($this->pipes as $pipe) {
            fclose($pipe);
        }
        proc_close($this->process);
    }
}
