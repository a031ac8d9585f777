<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Server\RoomServers;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Server\ServerSettingsStore;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;

/** The accounts that the rooms of this Nextcloud share: one on each of its servers. */
class Accounts
{
    public function __construct(
        private readonly Servers $servers,
        private readonly RoomServers $rooms,
        private readonly ServerSettingsStore $settings,
        private readonly AccountTermsStore $terms,
    ) {
    }

    /** Gives the account that a room's meetings are on. */
    public function of(string $meetingID): Account
    {
        return $this->on($this->rooms->ofMeeting($meetingID));
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

    /** @return list<Account> those of the servers that are set */
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
