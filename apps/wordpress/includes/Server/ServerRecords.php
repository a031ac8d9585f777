<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

/** How an option keeps what is said about a server: as texts by their names, the secret sealed. */
final class ServerRecords
{
    public function __construct(private readonly SealedText $sealedText)
    {
    }

    /** @return array<string, string> */
    public function write(ServerSettings $settings): array
    {
        return [
            'endpoint' => $settings->endpoint,
            'secret' => $settings->secret === '' ? '' : $this->sealedText->seal($settings->secret),
            'dialect' => $settings->dialect,
            'hashAlgorithm' => $settings->hashAlgorithm,
            'name' => $settings->name,
        ];
    }

    /** Reads what an option holds. What is no record reads as one that says nothing. */
    public function read(mixed $record): ServerSettings
    {
        $part = static fn (string $name): string => is_array($record) && is_string($record[$name] ?? null) ? $record[$name] : '';

        return new ServerSettings(
            $part('endpoint'),
            $this->sealedText->open($part('secret')) ?? '',
            $part('dialect'),
            $part('hashAlgorithm'),
            $part('name'),
        );
    }

    /** Tells whether a record holds a secret that can no longer be read, because the keys of the site changed. */
    public function hasLostSecret(mixed $record): bool
    {
        $sealed = is_array($record) && is_string($record['secret'] ?? null) ? $record['secret'] : '';

        return $sealed !== '' && $this->sealedText->open($sealed) === null;
    }
}
