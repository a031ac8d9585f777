<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Import;

use Bluebridge\WordPress\Storage\Database;

/** What the plugin "BigBlueButton" has left in the database. It need not be active. */
final class OldRooms
{
    public const TYPE = 'bbb-room';

    private const MEETING_ID = 'bbb-room-meeting-id';

    private const TAXONOMY = 'bbb-room-category';

    private const AS_MODERATOR = 'join_as_moderator_bbb_room';

    private const AS_VIEWER = 'join_as_viewer_bbb_room';

    private const WITH_CODE = 'join_with_access_code_bbb_room';

    /** A role it makes for people without an account. */
    private const NOBODY = 'anonymous';

    private const STATUSES = ['publish', 'pending', 'draft', 'private', 'future'];

    /** @return list<OldRoom> the oldest first */
    public function all(): array
    {
        global $wpdb;
        $sql = "SELECT ID, post_title, post_status, post_author FROM %i
            WHERE post_type = %s AND post_status NOT IN ('trash', 'auto-draft', 'inherit') ORDER BY ID";

        return array_map(self::roomOf(...), Database::rows($sql, $wpdb->posts, self::TYPE));
    }

    /**
     * Tells as what the roles of WordPress came into rooms: `moderator`, `viewer` or `none`.
     *
     * @return array<string, 'moderator'|'viewer'|'none'>
     */
    public function standings(): array
    {
        $standings = [];
        foreach (wp_roles()->role_objects as $name => $role) {
            if ($name !== self::NOBODY && $this->isUsed()) {
                $standings[(string) $name] = match (true) {
                    $role->has_cap(self::AS_MODERATOR) => 'moderator',
                    $role->has_cap(self::AS_VIEWER), $role->has_cap(self::WITH_CODE) => 'viewer',
                    default => 'none',
                };
            }
        }

        return $standings;
    }

    /**
     * Tells whether several old rooms have one number on the server: people could write it into the fields
     * of their room, and copies of rooms have it too.
     */
    public function isShared(string $meetingID): bool
    {
        global $wpdb;
        $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s LIMIT 2';

        return count(Database::column($sql, $wpdb->postmeta, self::MEETING_ID, $meetingID)) > 1;
    }

    /** Tells whether people without an account could come in. */
    public function letsGuestsIn(): bool
    {
        $nobody = get_role(self::NOBODY);

        return $nobody !== null
            && ($nobody->has_cap(self::AS_MODERATOR) || $nobody->has_cap(self::AS_VIEWER) || $nobody->has_cap(self::WITH_CODE));
    }

    /** Tells whether anybody was asked for a code; every room had some, asked for or not. */
    public function asksForCodes(): bool
    {
        foreach (wp_roles()->role_objects as $role) {
            if ($role->has_cap(self::WITH_CODE)) {
                return true;
            }
        }

        return false;
    }

    /** Tells whether roles have rights of the old plugin at all. */
    private function isUsed(): bool
    {
        foreach (wp_roles()->role_objects as $role) {
            if ($role->has_cap(self::AS_MODERATOR) || $role->has_cap(self::AS_VIEWER)) {
                return true;
            }
        }

        return false;
    }

    /** @param array<string, string|int|float|null> $row */
    private static function roomOf(array $row): OldRoom
    {
        $id = (int) $row['ID'];
        $status = (string) $row['post_status'];

        return new OldRoom(
            $id,
            (string) $row['post_title'],
            in_array($status, self::STATUSES, true) ? $status : 'draft',
            (int) $row['post_author'],
            self::meta($id, 'bbb-room-token'),
            self::meta($id, self::MEETING_ID),
            self::meta($id, 'bbb-room-viewer-code'),
            self::meta($id, 'bbb-room-moderator-code'),
            self::meta($id, 'bbb-room-recordable') === 'true',
            self::meta($id, 'bbb-room-wait-for-moderator') === 'true',
            self::categoriesOf($id),
        );
    }

    private static function meta(int $id, string $name): string
    {
        $value = get_post_meta($id, $name, true);

        return is_string($value) ? $value : '';
    }

    /** @return list<string> */
    private static function categoriesOf(int $id): array
    {
        global $wpdb;
        $sql = 'SELECT term.name FROM %i AS link JOIN %i AS kind ON kind.term_taxonomy_id = link.term_taxonomy_id
            JOIN %i AS term ON term.term_id = kind.term_id WHERE link.object_id = %d AND kind.taxonomy = %s ORDER BY term.name';

        return Database::column($sql, $wpdb->term_relationships, $wpdb->term_taxonomy, $wpdb->terms, $id, self::TAXONOMY);
    }
}
