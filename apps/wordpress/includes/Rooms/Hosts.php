<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Storage\Database;
use WP_User;

/**
 * People who lead a room beside the one it belongs to: they open it, moderate, and see its recordings.
 * They cannot change, delete or hand over the room. Each is a row of post meta, so that rooms can be
 * found by them.
 */
final class Hosts
{
    public const USER = '_bluebridge_host_user';

    public const ROLE = '_bluebridge_host_role';

    /** Bounds what a room keeps. */
    public const MOST = 50;

    /**
     * @param list<int> $users ids
     * @param list<string> $roles names of roles of WordPress
     */
    public function __construct(
        public readonly array $users = [],
        public readonly array $roles = [],
    ) {
    }

    public static function of(int $roomId): self
    {
        $users = array_filter((array) get_post_meta($roomId, self::USER), is_numeric(...));
        $roles = array_filter((array) get_post_meta($roomId, self::ROLE), is_string(...));

        return new self(array_values(array_map(intval(...), $users)), array_values($roles));
    }

    public function keepFor(int $roomId): void
    {
        delete_post_meta($roomId, self::USER);
        delete_post_meta($roomId, self::ROLE);
        foreach ($this->users as $user) {
            add_post_meta($roomId, self::USER, $user);
        }
        foreach ($this->roles as $role) {
            add_post_meta($roomId, self::ROLE, $role);
        }
    }

    /** Tells whether somebody is among them. */
    public function include(int $userId): bool
    {
        $isNamed = in_array($userId, $this->users, true);
        $user = $isNamed || $this->roles !== [] ? get_userdata($userId) : false;
        if (!$user instanceof WP_User || !Policies::current()->mayModerate($user)) {
            return false;
        }

        // Somebody may have left this site of the network.
        return $isNamed ? is_user_member_of_blog($userId) : array_intersect($user->roles, $this->roles) !== [];
    }

    /** @return list<int> the ids of somebody's own rooms and of those in which they are a co-host */
    public static function roomsLedBy(WP_User $user): array
    {
        global $wpdb;
        $found = [Database::column('SELECT ID FROM %i WHERE post_type = %s AND post_author = %d', $wpdb->posts, RoomType::NAME, $user->ID)];
        $marks = array_map(static fn (string $role): array => [self::ROLE, $role], self::leadingRoles($user));
        foreach ([[self::USER, (string) $user->ID], ...$marks] as [$key, $value]) {
            $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s';
            $found[] = Database::column($sql, $wpdb->postmeta, $key, $value);
        }

        return array_map(intval(...), array_merge(...$found));
    }

    /**
     * Gives the roles by which somebody can be a co-host; none where an administrator wants everybody to
     * wait for a moderator, and they may not have rooms themselves.
     *
     * @return list<string>
     */
    public static function leadingRoles(WP_User $user): array
    {
        return Policies::current()->mayModerate($user) ? array_values($user->roles) : [];
    }
}
