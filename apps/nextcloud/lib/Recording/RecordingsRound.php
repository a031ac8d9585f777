<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Db\RoomMapper;
use OCA\Bluebridge\Server\Servers;

/** Compares the recordings of all rooms with the server's. */
class RecordingsRound
{
    /** Rooms of one question: their ids become part of an address. */
    private const AT_ONCE = 40;

    public function __construct(
        private readonly RoomMapper $rooms,
        private readonly RecordingsKeeper $keeper,
        private readonly Servers $servers,
    ) {
    }

    /** @return int how much changed */
    public function go(): int
    {
        $changes = 0;
        for ($after = 0; $this->servers->isSet() && ($rooms = $this->rooms->openedAfterId($after, self::AT_ONCE)) !== [];) {
            $changes += $this->keeper->sync($rooms);
            $after = $rooms[array_key_last($rooms)]->getId();
        }

        return $changes;
    }
}
