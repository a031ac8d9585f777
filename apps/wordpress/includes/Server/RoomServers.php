<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Server;

use Bluebridge\WordPress\Rooms\RoomStore;
use Bluebridge\WordPress\Storage\Database;

/** Which server a room meets on, where a site has several. */
final class RoomServers
{
    public const CHOICE = '_bluebridge_server';

    /** @var array<string, string> */
    private array $known = [];

    /** Gives the id of the server that a room's meetings are on. */
    public function of(string $meetingID): string
    {
        return $this->known[$meetingID] ??= self::read($meetingID);
    }

    public function ofRoom(int $roomId): string
    {
        $server = get_post_meta($roomId, self::CHOICE, true);

        return is_string($server) ? $server : ServerSettingsStore::USUAL;
    }

    /** Lets a room meet on a server from its next meeting on. */
    public function choose(int $roomId, string $server): void
    {
        $this->known = [];
        if ($server === ServerSettingsStore::USUAL) {
            delete_post_meta($roomId, self::CHOICE);

            return;
        }
        update_post_meta($roomId, self::CHOICE, wp_slash($server));
    }

    /** @return list<int> the rooms that meet on a server */
    public function roomsOn(string $server): array
    {
        global $wpdb;
        $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s';

        return array_map(intval(...), Database::column($sql, $wpdb->postmeta, self::CHOICE, $server));
    }

    private static function read(string $meetingID): string
    {
        global $wpdb;
        $sql = 'SELECT chosen.meta_value FROM %i AS room JOIN %i AS chosen
            ON chosen.post_id = room.post_id AND chosen.meta_key = %s
            WHERE room.meta_key = %s AND room.meta_value = %s';
        $found = Database::column($sql, $wpdb->postmeta, $wpdb->postmeta, self::CHOICE, RoomStore::MEETING_ID, $meetingID);

        return $found[0] ?? ServerSettingsStore::USUAL;
    }
}
