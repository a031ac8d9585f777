<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Recording;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Db\GoneRooms;
use OCA\Bluebridge\Server\Servers;
use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbException;

/**
 * Deletes the recordings of rooms that are gone: nobody could find them any more, and who had their account
 * deleted wants them gone. Recordings are ready long after a meeting, so they are looked for again and again.
 */
class GoneRecordings
{
    /** Rooms of one question: their ids become part of an address. */
    private const AT_ONCE = 40;

    /** However long a server makes recordings, or is away, ms. */
    private const LOOKED_FOR = 60 * 86_400_000;

    public function __construct(
        private readonly GoneRooms $gone,
        private readonly Servers $servers,
        private readonly Clock $clock,
    ) {
    }

    /** @return int how many the servers were told to delete */
    public function go(): int
    {
        $this->gone->forget($this->clock->now() - self::LOOKED_FOR);
        $deleted = 0;
        for ($after = ''; ($rooms = $this->gone->after($after, self::AT_ONCE)) !== [];) {
            $after = (string) array_key_last($rooms);
            foreach (array_unique($rooms) as $server) {
                try {
                    $deleted += $this->delete($server, array_map(strval(...), array_keys($rooms, $server, true)));
                } catch (BbbException) {
                    // What a server fails at is tried again the next day.
                }
            }
        }

        return $deleted;
    }

    /**
     * @param list<string> $meetingIDs
     * @throws BbbException
     */
    private function delete(string $server, array $meetingIDs): int
    {
        $found = [];
        $client = $this->servers->client(null, $server);
        foreach ($client->recordings(['meetingID' => $meetingIDs, 'state' => RecordingsKeeper::STATES]) as $facts) {
            // Servers match ids by their beginning.
            if (is_string($facts['recordID'] ?? null) && in_array($facts['meetingID'] ?? '', $meetingIDs, true)) {
                $found[] = $facts['recordID'];
            }
        }
        foreach (array_chunk($found, self::AT_ONCE) as $some) {
            $client->call('deleteRecordings', ['recordID' => $some]);
        }

        return count($found);
    }
}
