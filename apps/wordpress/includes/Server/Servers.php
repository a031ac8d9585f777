<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\CallTrace;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Client;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\RetryLimits;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Server;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Timeouts;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Client\Transport;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Request\RequestTarget;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Signing\HashAlgorithm;
use Closure;

/** The servers that this site's rooms meet on, and how they are talked to. */
final class Servers
{
    /** People wait for these answers, and hosts end requests after 30 s. */
    private const READ_MS = 5_000;

    private const WRITE_MS = 20_000;

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly Transport $transport,
        private readonly RoomServers $roomServers = new RoomServers(),
    ) {
    }

    /** @return non-empty-list<string> the ids of all servers, the usual one first */
    public function ids(): array
    {
        return [ServerSettingsStore::USUAL, ...array_map(strval(...), array_keys($this->store->others()))];
    }

    /** Gives the id of the server that a room's meetings are on. */
    public function serverOf(string $meetingID): string
    {
        // Most sites have one server, and nothing to look up.
        return $this->store->others() === [] ? ServerSettingsStore::USUAL : $this->roomServers->of($meetingID);
    }

    /**
     * Gives the client of a server. Reads are not repeated, because the next question about a
     * meeting comes in a few seconds anyway.
     *
     * @param (Closure(CallTrace): void)|null $onCall is told of each request
     * @throws BbbException `not_configured`
     */
    public function client(?Closure $onCall = null, string $server = ServerSettingsStore::USUAL): Client
    {
        return new Client(
            $this->target($server),
            $this->transport,
            new Timeouts(self::READ_MS, self::WRITE_MS),
            new RetryLimits(attempts: 1),
            onCall: $onCall,
        );
    }

    /**
     * Gives the client of the server that a room's meetings are on.
     *
     * @param (Closure(CallTrace): void)|null $onCall is told of each request
     * @throws BbbException `not_configured`
     */
    public function clientOf(string $meetingID, ?Closure $onCall = null): Client
    {
        return $this->client($onCall, $this->serverOf($meetingID));
    }

    /**
     * Gives what a server can do, as far as rooms ask. A site without a server has the usual kind in
     * mind.
     */
    public function capabilities(string $server = ServerSettingsStore::USUAL): RoomCapabilities
    {
        try {
            return RoomCapabilities::of($this->target($server)->dialect);
        } catch (BbbException) {
            return new RoomCapabilities([]);
        }
    }

    /** Gives what the server can do that a room's meetings are on. */
    public function capabilitiesOf(string $meetingID): RoomCapabilities
    {
        return $this->capabilities($this->serverOf($meetingID));
    }

    /** @throws BbbException `not_configured` */
    private function target(string $server): RequestTarget
    {
        $settings = $this->store->read($server);
        $usual = Server::from($settings->endpoint, $settings->secret, $settings->dialect);
        $algorithm = HashAlgorithm::tryFrom($settings->hashAlgorithm);

        return new RequestTarget($usual->endpoint, $usual->secret, $usual->dialect, $algorithm);
    }
}
