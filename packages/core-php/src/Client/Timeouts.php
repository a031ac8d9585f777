<?php

declare(strict_types=1);

namespace Bluebridge\Core\Client;

use Bluebridge\Core\Catalogue\Calls;

/** How long one request may take. */
final class Timeouts
{
    /**
     * @param int $readMs for calls that change nothing
     * @param int $writeMs for calls that change something: some hosters need 20 s to create
     * @param array<string, int> $calls for single calls, in ms; wins over the two above
     */
    public function __construct(
        private readonly int $readMs = 8_000,
        private readonly int $writeMs = 45_000,
        private readonly array $calls = [],
    ) {
    }

    /** Gives the time limit of one request, in ms. */
    public function of(string $name): int
    {
        return $this->calls[$name] ?? (self::isRead($name) ? $this->readMs : $this->writeMs);
    }

    /** Tells whether a call may be repeated freely. */
    public static function isRead(string $name): bool
    {
        return (Calls::named($name)['effect'] ?? '') === 'read';
    }
}
