<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Server;

use OCA\Bluebridge\Db\Room;
use OCA\Bluebridge\Db\RoomMapper;

/**
 * Which server a room meets on. It is settled when the room is first opened, by the groups of its
 * owner, and stays: where its meetings were, its recordings are. Lines that change later are for rooms
 * that were never opened.
 */
class RoomServers
{
    /** @var array<string, string> ids of servers, by meeting */
    private array $known = [];

    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly ServerRoutes $routes,
        private readonly RoomMapper $rooms,
    ) {
    }

    public function of(Room $room): string
    {
        $settled = $room->getServer();
        if ($settled !== null && ($settled === ServerSettingsStore::USUAL || isset($this->store->others()[$settled]))) {
            return $settled;
        }

        // Rooms that were opened while there was one server are on that one.
        return $room->getOpenedAt() > 0 ? ServerSettingsStore::USUAL : $this->routes->of($room->getOwnerId());
    }

    /** Gives the server of a meeting; no question is asked while there is one server only. */
    public function ofMeeting(string $meetingID): string
    {
        if ($this->store->others() === []) {
            return ServerSettingsStore::USUAL;
        }
        if (!isset($this->known[$meetingID])) {
            $room = $this->rooms->findByMeeting($meetingID);
            $this->known[$meetingID] = $room === null ? ServerSettingsStore::USUAL : $this->of($room);
        }

        return $this->known[$meetingID];
    }

    /** Settles where a room meets from now on. The room is not saved here. */
    public function settle(Room $room, string $server): void
    {
        $room->setServer($server);
        $this->known[$room->getMeetingId()] = $server;
    }
}
