<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Storage\Database;

/**
 * Plugins that copy posts copy their fields, too. A copy of a room with the same meetingID would share its
 * meetings, its recordings and the address of its door; so the copy gets one of its own.
 */
final class CopiedRooms implements Module
{
    public function register(): void
    {
        add_action('added_post_meta', $this->lookAtField(...), 10, 3);
        add_action('updated_post_meta', $this->lookAtField(...), 10, 3);
        // Some copy fields within the database, which tells nobody.
        add_action('save_post_' . RoomType::NAME, $this->keepApart(...));
    }

    private function lookAtField(mixed $fieldId, int|string $roomId, string $name): void
    {
        if ($name === RoomStore::MEETING_ID) {
            $this->keepApart((int) $roomId);
        }
    }

    private function keepApart(int $roomId): void
    {
        global $wpdb;
        $meetingID = RoomStore::metaText($roomId, RoomStore::MEETING_ID);
        if ($meetingID === '') {
            return;
        }
        // The room that was there first keeps it: people may have its address.
        $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s AND post_id < %d LIMIT 1';
        if (Database::row($sql, $wpdb->postmeta, RoomStore::MEETING_ID, $meetingID, $roomId) !== null) {
            update_post_meta($roomId, RoomStore::MEETING_ID, RoomStore::newMeetingID());
        }
    }
}
