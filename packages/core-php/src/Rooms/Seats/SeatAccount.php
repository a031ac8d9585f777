<?php

declare(strict_types=1);

namespace Bluebridge\Core\Rooms\Seats;

/** What an account may use together, and what has been taken of it. */
final class SeatAccount
{
    /** @param list<Reservation> $reservations */
    public function __construct(
        public readonly int $connections,
        public readonly array $reservations,
    ) {
    }

    /** Gives the account without the reservations of one meeting. */
    public function without(string $meetingID): self
    {
        return $this->with(array_filter(
            $this->reservations,
            static fn (Reservation $each): bool => $each->meetingID !== $meetingID,
        ));
    }

    /**
     * Gives the account with other reservations.
     *
     * @param array<Reservation> $reservations
     */
    public function with(array $reservations): self
    {
        return new self($this->connections, array_values($reservations));
    }
}
