<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Client;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

/** The servers of this site, as far as recordings ask. */
final class RecordingServers
{
    public function __construct(private readonly Servers $servers, private readonly ServerSettingsStore $settings)
    {
    }

    /** Gives the id of the server that a room meets on. */
    public function idOf(StoredRoom $room): string
    {
        return $this->servers->serverOf($room->meetingID);
    }

    /**
     * Gives what recordings of a server are marked with. It comes from the address: when another server
     * is connected, recordings that the former one has are not missing.
     */
    public function key(string $id): string
    {
        $endpoint = strtolower(rtrim(trim($this->endpoint($id)), '/'));

        return substr(hash('sha256', (string) preg_replace('~/api$~', '', $endpoint)), 0, 32);
    }

    public function endpoint(string $id): string
    {
        return $this->settings->read($id)->endpoint;
    }

    /** Gives the host of a server, with its port where it is said. */
    public function host(string $id): string
    {
        $parts = wp_parse_url($this->endpoint($id));
        $port = isset($parts['port']) ? ":{$parts['port']}" : '';

        return strtolower($parts['host'] ?? '') . $port;
    }

    /** @throws BbbException `not_configured` */
    public function client(string $id): Client
    {
        return $this->servers->client(server: $id);
    }

    public function abilities(StoredRoom $room): Abilities
    {
        return Abilities::of($this->servers->capabilitiesOf($room->meetingID));
    }

    /** @return list<string> the secrets that callbacks may be signed with */
    public function secrets(): array
    {
        $secrets = array_map(fn (string $id): string => $this->settings->read($id)->secret, $this->servers->ids());

        return array_values(array_unique(array_filter($secrets, static fn (string $secret): bool => $secret !== '')));
    }
}
