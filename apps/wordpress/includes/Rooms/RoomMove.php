<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Server\RoomServers;
use Bluebridge\WordPress\Server\ServerSettingsStore;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use WP_Error;

/** Lets rooms meet on another of the site's servers. */
final class RoomMove
{
    public function __construct(
        private readonly ServerSettingsStore $store,
        private readonly RoomServers $roomServers,
        private readonly MeetingInfos $infos,
        private readonly MeetingWatches $watches,
    ) {
    }

    /**
     * Gives the servers that the current user chooses from; none where there is nothing to choose, or
     * somebody else does.
     *
     * @return list<array{id: string, name: string}> the usual one first
     */
    public function choices(): array
    {
        $others = current_user_can(Rights::MANAGE) ? $this->store->others() : [];
        $choices = [];
        foreach ($others as $id => $settings) {
            $choices[] = ['id' => (string) $id, 'name' => $settings->name];
        }

        return $choices === [] ? [] : [['id' => ServerSettingsStore::USUAL, 'name' => __('The usual one', 'bluebridge')], ...$choices];
    }

    /** Gives the id of the server that a room meets on. */
    public function serverOf(StoredRoom $room): string
    {
        $server = $this->roomServers->ofRoom($room->id);

        // One that was removed is the usual one.
        return isset($this->store->others()[$server]) ? $server : ServerSettingsStore::USUAL;
    }

    /**
     * Tells why a room cannot meet on a server; null when it can. A running meeting would be lost from
     * view, so the room stays until it is over. A server that does not answer holds no room back.
     */
    public function refusal(StoredRoom $room, string $server): ?WP_Error
    {
        if ($server === $this->serverOf($room)) {
            return null;
        }
        if ($server !== ServerSettingsStore::USUAL && !isset($this->store->others()[$server])) {
            return new WP_Error('bluebridge_server_unknown', __('There is no such server.', 'bluebridge'), ['status' => 400]);
        }
        $message = __('A meeting runs in this room right now. Please move the room when it is over.', 'bluebridge');

        return $this->isMeeting($room) ? new WP_Error('bluebridge_meeting_running', $message, ['status' => 409]) : null;
    }

    /** Moves a room that nothing holds back. */
    public function to(StoredRoom $room, string $server): void
    {
        if ($server !== $this->serverOf($room)) {
            $this->roomServers->choose($room->id, $server);
            // What the former server said, or did not say, is no longer about the room.
            $this->watches->forget($room->meetingID);
        }
    }

    private function isMeeting(StoredRoom $room): bool
    {
        try {
            $info = $this->infos->atDoor($room->meetingID);
        } catch (BbbException) {
            return false;
        }

        return $info !== null && ($info['hasBeenForciblyEnded'] ?? null) !== true;
    }
}
