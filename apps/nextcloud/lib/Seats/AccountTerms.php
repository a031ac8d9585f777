<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Rooms\RoomToCreate;

/**
 * What an administrator says about the account on a server.
 *
 * @phpstan-import-type AccountDefaults from RoomToCreate
 */
final class AccountTerms
{
    /**
     * @param int|null $connections seats of the account; null where nobody said
     * @param int $defaultSeats what rooms reserve that say nothing
     * @param int $defaultMinutes for how long they do
     * @param int $graceMinutes how long people may stay after the planned end
     */
    public function __construct(
        public readonly ?int $connections,
        public readonly int $defaultSeats,
        public readonly int $defaultMinutes,
        public readonly int $graceMinutes,
    ) {
    }

    /** @return AccountDefaults */
    public function defaults(): array
    {
        return ['maxParticipants' => $this->defaultSeats, 'durationMinutes' => $this->defaultMinutes];
    }

    /** Gives the grace in ms. */
    public function grace(): int
    {
        return $this->graceMinutes * 60_000;
    }
}
