<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Db;

use OCA\Bluebridge\Clock;
use OCA\Bluebridge\Server\RoomServers;
use OCP\IDBConnection;

/** Rooms that are gone, while their server may still have recordings of them, or make some. */
class GoneRooms
{
    private const NAME = 'bluebridge_gone_rooms';

    /** What meetings of this app begin with. Those that were taken over may be another app's as well. */
    private const OWN = 'nc-';

    private readonly Table $table;

    public function __construct(
        IDBConnection $db,
        private readonly RoomServers $servers,
        private readonly Clock $clock,
    ) {
        $this->table = new Table($db, self::NAME);
    }

    /** Notes a room that goes, unless it never had a meeting. */
    public function note(Room $room): void
    {
        if ($room->getOpenedAt() > 0 && str_starts_with($room->getMeetingId(), self::OWN)) {
            $this->table->add([
                'meeting_id' => $room->getMeetingId(),
                'server' => $this->servers->of($room),
                'gone_at' => $this->clock->now(),
            ]);
        }
    }

    /** @return array<string, string> ids of servers by meeting, those after one of them */
    public function after(string $meetingID, int $most): array
    {
        $query = $this->table->select()->orderBy('meeting_id')->setMaxResults($most);
        $query->andWhere($query->expr()->gt('meeting_id', Table::value($query, $meetingID)));
        $servers = [];
        foreach (Table::rows($query) as $row) {
            if (is_string($row['meeting_id']) && is_string($row['server'])) {
                $servers[$row['meeting_id']] = $row['server'];
            }
        }

        return $servers;
    }

    /** Forgets those that were gone before a time. */
    public function forget(int $before): void
    {
        $query = $this->table->delete();
        $query->andWhere($query->expr()->lt('gone_at', Table::value($query, $before)))->executeStatement();
    }
}
