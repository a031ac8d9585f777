<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use Closure;
use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\CallTrace;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\RetryLimits;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Server;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Timeouts;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Transport;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Request\RequestTarget;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Signing\HashAlgorithm;

/** The meeting servers, and how they are talked to. */
class Servers
{
    private const READ_MS = 8_000;

    /** Some hosters need long to create. */
    private const WRITE_MS = 25_000;

    /** Words in a chat are quickly written, or not worth waiting for. */
    private const CHAT_MS = 8_000;

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly Transport $transport,
        private readonly RoomServers $rooms,
    ) {
    }

    /** Tells whether there is any. */
    public function isSet(): bool
    {
        return $this->store->all() !== [];
    }

    /** @return non-empty-list<string> the ids of all, the usual one first, whether or not it is set */
    public function ids(): array
    {
        return [ServerSettingsStore::USUAL, ...array_map(strval(...), array_keys($this->store->others()))];
    }

    /** Gives the id of the server that a meeting is on. */
    public function serverOf(string $meetingID): string
    {
        return $this->rooms->ofMeeting($meetingID);
    }

    /**
     * Gives the client of a server, of the usual one unless another is named. Reads are not repeated,
     * because the next question about a meeting comes in a few seconds anyway.
     *
     * @param (Closure(CallTrace): void)|null $onCall is told of each request
     * @throws BbbException `not_configured`
     */
    public function client(?Closure $onCall = null, string $server = ServerSettingsStore::USUAL): Client
    {
        return new Client(
            $this->target($server),
            $this->transport,
            new Timeouts(self::READ_MS, self::WRITE_MS, ['sendChatMessage' => self::CHAT_MS]),
            new RetryLimits(attempts: 1),
            onCall: $onCall,
        );
    }

    /**
     * Gives the client of the server that a meeting is on.
     *
     * @param (Closure(CallTrace): void)|null $onCall is told of each request
     * @throws BbbException `not_configured`
     */
    public function clientOf(string $meetingID, ?Closure $onCall = null): Client
    {
        return $this->client($onCall, $this->serverOf($meetingID));
    }

    /** Gives what a server can do, as far as rooms ask; the usual kind while there is none. */
    public function capabilities(string $server = ServerSettingsStore::USUAL): RoomCapabilities
    {
        try {
            return RoomCapabilities::of($this->target($server)->dialect);
        } catch (BbbException) {
            return new RoomCapabilities([]);
        }
    }

    /** Gives what the server of a room can do. */
    public function capabilitiesOf(Room $room): RoomCapabilities
    {
        return $this->capabilities($this->rooms->of($room));
    }

    /** Settles where a room meets, because it is opened now. The room is not saved here. */
    public function settle(Room $room): void
    {
        $this->rooms->settle($room, $this->rooms->of($room));
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
