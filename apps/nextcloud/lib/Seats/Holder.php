<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Seats;

/** Somebody who has seats of the account. */
final class Holder
{
    /**
     * @param int $until when the seats are free, epoch ms
     * @param bool $isOvertime beyond its planned end: it may end at any moment
     */
    public function __construct(
        public readonly string $name,
        public readonly int $seats,
        public readonly int $until,
        public readonly bool $isOvertime,
    ) {
    }
}
