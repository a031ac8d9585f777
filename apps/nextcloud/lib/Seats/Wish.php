<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomCapabilities;

/** What a meeting will take, as `create` is going to say it. */
final class Wish
{
    /**
     * @param int $seats 0 where the server reserves none
     * @param int $minutes 0 for a meeting that may last
     */
    private function __construct(public readonly int $seats, public readonly int $minutes)
    {
    }

    /** @param array<array-key, mixed> $params of `create` */
    public static function in(array $params, RoomCapabilities $server): self
    {
        $number = static fn (string $name): int => is_int($params[$name] ?? null) ? max(0, $params[$name]) : 0;

        return new self($server->has('reservesSeats') ? $number('maxParticipants') : 0, $number('duration'));
    }

    /** Tells whether it can be counted by seats and time. */
    public function isCounted(): bool
    {
        return $this->seats > 0 && $this->minutes > 0;
    }
}
