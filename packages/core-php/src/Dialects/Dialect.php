<?php

declare(strict_types=1);

namespace Bluebridge\Core\Dialects;

use Bluebridge\Core\Errors\BbbException;

/**
 * A family of servers: what it differs in, as data. Code asks for a capability, never for a
 * dialect's name or a server's version.
 */
final class Dialect
{
    /**
     * @param string $name for messages and settings, never to decide by
     * @param non-empty-list<string> $hashAlgorithms of the checksum, the one to use first
     * @param non-empty-list<string> $hooksHashAlgorithms the same for the calls under `hooks/`
     * @param list<string> $missingCalls calls the servers do not have
     * @param array<string, bool> $capabilities what is a matter of yes or no
     */
    private function __construct(
        public readonly string $name,
        public readonly array $hashAlgorithms,
        public readonly array $hooksHashAlgorithms,
        public readonly array $missingCalls,
        private readonly array $capabilities,
    ) {
    }

    /**
     * Finds a dialect by its name.
     *
     * @throws BbbException `not_configured` for a name that is not known
     */
    public static function named(string $name): self
    {
        $entry = DialectTable::ALL[$name] ?? null;
        if ($entry === null) {
            $known = implode(', ', array_keys(DialectTable::ALL));
            throw BbbException::notConfigured("there is no dialect \"{$name}\"; known are {$known}");
        }

        return new self(
            $entry['name'],
            $entry['hashAlgorithms'],
            $entry['hooksHashAlgorithms'],
            $entry['missingCalls'],
            $entry['has'],
        );
    }

    /**
     * Gives the same dialect with capabilities as a server's settings say them.
     *
     * @param array<string, bool> $capabilities
     * @throws BbbException `not_configured` for a capability that is not known
     */
    public function with(array $capabilities): self
    {
        foreach (array_diff_key($capabilities, $this->capabilities) as $name => $_) {
            throw BbbException::notConfigured("there is no capability \"{$name}\"");
        }

        return new self(
            $this->name,
            $this->hashAlgorithms,
            $this->hooksHashAlgorithms,
            $this->missingCalls,
            $capabilities + $this->capabilities,
        );
    }

    /** Tells whether the servers have a capability that is a matter of yes or no. */
    public function has(string $capability): bool
    {
        return $this->capabilities[$capability] ?? false;
    }
}
