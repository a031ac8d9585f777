<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Module;
use WP_Post;

/**
 * Who may do what with rooms. Rights over a single room are asked with its id:
 * `current_user_can(Rights::LEAD, $room->id)`.
 */
final class Rights implements Module
{
    /** To have rooms at all. */
    public const EDIT = 'edit_bluebridge_rooms';

    public const PUBLISH = 'publish_bluebridge_rooms';

    /** To connect the site with a server and decide for everybody. */
    public const MANAGE = 'manage_bluebridge';

    /** To make one more room; there may be a limit. */
    public const CREATE = 'create_bluebridge_rooms';

    /** To be a moderator in a room's meetings: whose room it is, its co-hosts, and those who may change it. */
    public const LEAD = 'lead_bluebridge_room';

    /** To know that a room is there. */
    public const SEE = 'see_bluebridge_room';

    public const EDIT_OTHERS = 'edit_others_bluebridge_rooms';

    private const OWN_DRAFTS = [self::EDIT, 'delete_bluebridge_rooms'];

    private const OWN = [
        ...self::OWN_DRAFTS,
        self::PUBLISH,
        'edit_published_bluebridge_rooms',
        'delete_published_bluebridge_rooms',
    ];

    private const ALL = [
        ...self::OWN,
        self::EDIT_OTHERS,
        'delete_others_bluebridge_rooms',
        'edit_private_bluebridge_rooms',
        'delete_private_bluebridge_rooms',
        'read_private_bluebridge_rooms',
    ];

    /** What the roles of WordPress get, by their names: with rooms they may do what they may do with posts. */
    public const OF_ROLES = [
        'administrator' => [...self::ALL, self::MANAGE],
        'editor' => self::ALL,
        'author' => self::OWN,
        'contributor' => self::OWN_DRAFTS,
    ];

    public function register(): void
    {
        add_filter('map_meta_cap', $this->map(...), 10, 4);
    }

    /**
     * Takes every right away from every role, those an administrator gave to other roles too.
     */
    public static function takeAway(): void
    {
        $all = self::OF_ROLES['administrator'];
        foreach (wp_roles()->role_objects as $role) {
            foreach ($all as $right) {
                $role->remove_cap($right);
            }
        }
    }

    /**
     * Turns a right over one room into the rights that WordPress keeps.
     *
     * @param list<string> $needed
     * @param array<int, mixed> $about the room's id comes first
     * @return list<string>
     */
    private function map(array $needed, string $right, int $userId, array $about): array
    {
        if ($right !== self::LEAD && $right !== self::SEE) {
            return $needed;
        }
        $id = $about[0] ?? 0;
        $post = is_numeric($id) ? get_post((int) $id) : null;
        if (!$post instanceof WP_Post || $post->post_type !== RoomType::NAME || $post->post_status === 'trash') {
            return ['do_not_allow'];
        }

        return match (true) {
            // Everybody has `exist`, also who is not logged in.
            $right === self::SEE && $post->post_status === 'publish' => ['exist'],
            // Contributors may not change a room of theirs that was published, but it is theirs. Who may have
            // rooms no more opens none and sees no recordings, whatever was theirs before.
            $userId > 0 && $userId === (int) $post->post_author => [$right === self::LEAD ? self::EDIT : 'read'],
            $userId > 0 && Hosts::of($post->ID)->include($userId) => ['exist'],
            default => array_values(map_meta_cap('edit_post', $userId, $post->ID)),
        };
    }
}
