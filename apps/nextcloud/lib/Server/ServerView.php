<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

/** What an administrator sees of the meeting server: everything but the secret. */
class ServerView
{
    public function __construct(private readonly ServerSettingsStore $store)
    {
    }

    /** @return array{endpoint: string, hasSecret: bool, dialect: string, allowsLocal: bool} */
    public function show(): array
    {
        $settings = $this->store->read();

        return [
            'endpoint' => $settings->endpoint,
            'hasSecret' => $settings->secret !== '',
            'dialect' => $settings->dialect,
            'allowsLocal' => $settings->allowsLocal,
        ];
    }
}
