<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Client;

/** The accounts that this site's rooms share: one on each of its servers. */
final class Accounts
{
    public function __construct(
        private readonly Servers $servers,
        private readonly ServerSettingsStore $settings,
        private readonly AccountTermsStore $terms,
    ) {
    }

    /** Gives the account that a room's meetings are on. */
    public function of(string $meetingID): Account
    {
        return $this->on($this->servers->serverOf($meetingID));
    }

    /** Finds an account by its key; null when its server is gone, or another one has taken its place. */
    public function named(string $key): ?Account
    {
        foreach ($this->all() as $account) {
            if ($account->key === $key) {
                return $account;
            }
        }

        return null;
    }

    /** @return non-empty-list<Account> */
    public function all(): array
    {
        return array_map($this->on(...), $this->servers->ids());
    }

    private function on(string $server): Account
    {
        $settings = $this->settings->read($server);
        $key = substr(hash('sha256', "{$server} {$settings->endpoint}"), 0, 16);

        return new Account(
            $key,
            $this->servers->capabilities($server),
            $this->terms->read($key),
            $settings,
            fn (): Client => $this->servers->client(null, $server),
        );
    }
}
