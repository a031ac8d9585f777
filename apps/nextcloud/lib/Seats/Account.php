<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Server\ServerSettings;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Client\Client;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;
use Closure;

/** An account on a server: what it can do, what was agreed, and how to reach it. */
final class Account
{
    /**
     * @param string $key by which its meetings are kept
     * @param Closure(): Client $connect
     */
    public function __construct(
        public readonly string $key,
        public readonly RoomCapabilities $server,
        public readonly AccountTerms $terms,
        public readonly ServerSettings $settings,
        private readonly Closure $connect,
    ) {
    }

    public function client(): Client
    {
        return ($this->connect)();
    }

    /** Gives how many seats its meetings share; null where the server reserves none, or nobody said how many. */
    public function connections(): ?int
    {
        return $this->server->has('reservesSeats') ? $this->terms->connections : null;
    }
}
