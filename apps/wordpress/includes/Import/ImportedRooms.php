<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Shortcodes\OldTokens;
use Bluebridge\WordPress\Storage\Database;

/** Which room an old one has become. */
final class ImportedRooms
{
    private const FROM = '_bluebridge_imported_from';

    /** Gives the room that an old one has become; 0 for none, also when that is in the bin. */
    public function of(int $oldId): int
    {
        global $wpdb;
        $sql = "SELECT room.ID FROM %i AS room JOIN %i AS meta ON meta.post_id = room.ID
            WHERE room.post_type = %s AND room.post_status <> 'trash' AND meta.meta_key = %s AND meta.meta_value = %s";
        $found = Database::column($sql, $wpdb->posts, $wpdb->postmeta, RoomType::NAME, self::FROM, (string) $oldId);

        return (int) ($found[0] ?? 0);
    }

    /** Gives the room that a token of an old shortcode means; 0 for none. */
    public function ofToken(string $token): int
    {
        return OldTokens::room($token);
    }

    /** Notes what an old room has become. */
    public function note(OldRoom $old, int $roomId): void
    {
        update_post_meta($roomId, self::FROM, (string) $old->id);
        // Its own token, and the one that later versions of the old plugin made of the number.
        OldTokens::keep($roomId, $old->token);
        OldTokens::keep($roomId, "meeting{$old->id}");
    }
}
