<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

use SensitiveParameter;

/** What is said about the server: as typed, not checked. */
final class ServerSettings
{
    /**
     * @param string $hashAlgorithm of the checksum; empty for the dialect's first
     * @param string $name by which administrators tell servers apart; empty for the usual one
     */
    public function __construct(
        public readonly string $endpoint,
        #[SensitiveParameter] public readonly string $secret,
        public readonly string $dialect,
        public readonly string $hashAlgorithm = '',
        public readonly string $name = '',
    ) {
    }

    /** @return array<string, string> what a dump may show */
    public function __debugInfo(): array
    {
        return ['endpoint' => $this->endpoint, 'secret' => $this->secret === '' ? '' : '***', 'dialect' => $this->dialect];
    }
}
