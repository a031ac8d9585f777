<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Access\AccessStore;
use Bluebridge\WordPress\Storage\Database;
use Bluebridge\WordPress\Policies\Policies;
use Bluebridge\WordPress\Settings\Presets;
use RuntimeException;
use WP_Error;
use WP_Post;
use WP_Query;
use WP_User;

/** The rooms of this site. It asks nobody for rights: whoever calls it has done so. */
final class RoomStore
{
    /** Meta fields with an underscore are not shown among the custom fields of a post. */
    public const MEETING_ID = '_bluebridge_meeting_id';

    public const SETTINGS = '_bluebridge_settings';

    public const PRESET = '_bluebridge_preset';

    private const STATUSES = ['publish', 'pending', 'draft', 'private', 'future'];

    public function __construct(private readonly Presets $presets = new Presets())
    {
    }

    /** Finds a room; null for the bin, for posts of other types and for what is not there. */
    public function find(int $id): ?StoredRoom
    {
        $post = $id > 0 ? get_post($id) : null;
        $isRoom = $post instanceof WP_Post && $post->post_type === RoomType::NAME && $post->post_status !== 'trash';

        return $isRoom ? $this->roomOf($post) : null;
    }

    /** Finds the room that the server knows by a meetingID; null as for {@see find}. */
    public function ofMeeting(string $meetingID): ?StoredRoom
    {
        global $wpdb;
        $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s';
        $found = $meetingID === '' ? [] : Database::column($sql, $wpdb->postmeta, self::MEETING_ID, $meetingID);

        return $found === [] ? null : $this->find((int) $found[0]);
    }

    /** Tells whether the server knows a room by a meetingID, also one in the bin. */
    public function isTaken(string $meetingID): bool
    {
        global $wpdb;
        $sql = 'SELECT post_id FROM %i WHERE meta_key = %s AND meta_value = %s LIMIT 1';

        return Database::row($sql, $wpdb->postmeta, self::MEETING_ID, $meetingID) !== null;
    }

    /**
     * Finds rooms by their titles, the latest first.
     *
     * @param int|null $authorId null for everybody's
     * @param positive-int $page
     * @param positive-int $perPage
     * @return array{rooms: list<StoredRoom>, total: int}
     */
    public function search(string $text, ?int $authorId, int $page, int $perPage): array
    {
        return $this->pageOf($authorId === null ? [] : ['author' => $authorId], $text, $page, $perPage);
    }

    /**
     * Finds rooms that somebody leads by their titles, as {@see search}.
     *
     * @param positive-int $page
     * @param positive-int $perPage
     * @return array{rooms: list<StoredRoom>, total: int}
     */
    public function searchLedBy(WP_User $user, string $text, int $page, int $perPage): array
    {
        // An empty list would be everything to WordPress.
        return $this->pageOf(['post__in' => [0, ...Hosts::roomsLedBy($user)]], $text, $page, $perPage);
    }

    /**
     * @param array<string, mixed> $which
     * @return array{rooms: list<StoredRoom>, total: int}
     */
    private function pageOf(array $which, string $text, int $page, int $perPage): array
    {
        $query = new WP_Query([
            'post_type' => RoomType::NAME,
            'post_status' => self::STATUSES,
            's' => $text,
            'search_columns' => ['post_title'],
            'paged' => $page,
            'posts_per_page' => $perPage,
            'orderby' => ['date' => 'DESC', 'ID' => 'DESC'],
            'update_post_term_cache' => false,
        ] + $which);

        return ['rooms' => $this->roomsIn($query), 'total' => (int) $query->found_posts];
    }

    /**
     * Finds the rooms that somebody leads: their own and those in which they are a co-host, by title.
     *
     * @param positive-int $most
     * @return list<StoredRoom>
     */
    public function ledBy(WP_User $user, int $most): array
    {
        $usual = [
            'post_type' => RoomType::NAME,
            'post_status' => self::STATUSES,
            'posts_per_page' => $most,
            'orderby' => ['title' => 'ASC', 'ID' => 'ASC'],
            'no_found_rows' => true,
            'update_post_term_cache' => false,
        ];
        $hosted = [['key' => Hosts::USER, 'value' => (string) $user->ID]];
        $roles = Hosts::leadingRoles($user);
        if ($roles !== []) {
            $hosted[] = ['key' => Hosts::ROLE, 'value' => $roles, 'compare' => 'IN'];
        }
        // WordPress cannot ask for an author or a meta field in one question.
        $found = [
            ...$this->roomsIn(new WP_Query($usual + ['author' => $user->ID])),
            // phpcs:ignore WordPress.DB.SlowDBQuery -- by the index of meta keys, and few rooms have any
            ...$this->roomsIn(new WP_Query($usual + ['meta_query' => ['relation' => 'OR'] + $hosted])),
        ];
        $leads = static fn (StoredRoom $room): bool => user_can($user, Rights::LEAD, $room->id);
        $rooms = array_values(array_column(array_filter($found, $leads), null, 'id'));
        usort($rooms, static fn (StoredRoom $one, StoredRoom $other): int => [$one->title, $one->id] <=> [$other->title, $other->id]);

        return array_slice($rooms, 0, $most);
    }

    /**
     * Makes a room of the current user.
     *
     * @param array<string, string|int|bool> $settings
     * @throws RoomNotKept when WordPress does not write it
     */
    public function add(string $title, string $status, array $settings): StoredRoom
    {
        // WordPress takes slashes away from what it is given.
        $post = self::idOrThrow(wp_insert_post([
            'post_type' => RoomType::NAME,
            'post_title' => wp_slash($title),
            'post_status' => $status,
        ], true));
        $this->keepSettings($post, $settings);

        return $this->found($post);
    }

    /**
     * Changes a room; null leaves it as it is.
     *
     * @param array<string, string|int|bool>|null $settings
     * @throws RoomNotKept when WordPress does not write it
     */
    public function change(StoredRoom $room, ?string $title, string $status, ?array $settings): StoredRoom
    {
        if ($title !== null || $status !== $room->status) {
            $fields = ['ID' => $room->id, 'post_title' => wp_slash($title ?? $room->title), 'post_status' => $status];
            self::idOrThrow(wp_update_post($fields, true));
        }
        if ($settings !== null) {
            $this->keepSettings($room->id, $settings);
        }

        return $this->found($room->id);
    }

    /** Gives a room another preset; an empty id takes it away. What the room says stays. */
    public function keepPreset(StoredRoom $room, string $presetId): StoredRoom
    {
        update_post_meta($room->id, self::PRESET, $presetId);

        return $this->found($room->id);
    }

    /**
     * Hands a room over to somebody else.
     *
     * @throws RoomNotKept when WordPress does not write it
     */
    public function handOver(StoredRoom $room, int $userId): StoredRoom
    {
        self::idOrThrow(wp_update_post(['ID' => $room->id, 'post_author' => $userId], true));

        return $this->found($room->id);
    }

    /** @return list<StoredRoom> */
    private function roomsIn(WP_Query $query): array
    {
        $posts = array_filter((array) $query->posts, static fn (mixed $post): bool => $post instanceof WP_Post);

        return array_map($this->roomOf(...), array_values($posts));
    }

    private function found(int $id): StoredRoom
    {
        return $this->find($id) ?? throw new RuntimeException('The room is gone.');
    }

    /** @param array<string, string|int|bool> $settings */
    private function keepSettings(int $id, array $settings): void
    {
        update_post_meta($id, self::SETTINGS, wp_slash((string) wp_json_encode((object) $settings)));
    }

    private function roomOf(WP_Post $post): StoredRoom
    {
        $presetId = self::metaText($post->ID, self::PRESET);

        return new StoredRoom(
            $post->ID,
            (int) $post->post_author,
            $post->post_title,
            $post->post_status,
            $this->meetingIDOf($post),
            self::settingsOf($post),
            AccessStore::imposed($post->ID),
            $presetId,
            RoomBounds::of($this->presets->locksFor($presetId), Policies::current()),
        );
    }

    /** Makes a meetingID. It is random, so that it says nothing and nobody guesses it. */
    public static function newMeetingID(): string
    {
        return 'bb-' . bin2hex(random_bytes(16));
    }

    /** A room gets its meetingID when it is first needed, wherever it was made. */
    private function meetingIDOf(WP_Post $post): string
    {
        $known = self::metaText($post->ID, self::MEETING_ID);
        if ($known === '') {
            // Of two requests at once, one adds it and both read what the first has added.
            add_post_meta($post->ID, self::MEETING_ID, self::newMeetingID(), true);
            $known = self::metaText($post->ID, self::MEETING_ID);
        }

        return $known;
    }

    /** @return array<string, string|int|bool> */
    private static function settingsOf(WP_Post $post): array
    {
        $settings = json_decode(self::metaText($post->ID, self::SETTINGS), true);
        $isSaid = static fn (mixed $value): bool => is_string($value) || is_int($value) || is_bool($value);

        /** @var array<string, string|int|bool> */
        return is_array($settings) ? array_filter($settings, $isSaid) : [];
    }

    /** Gives what a meta field of a room says; empty when it says no text. */
    public static function metaText(int $id, string $field): string
    {
        $value = get_post_meta($id, $field, true);

        return is_string($value) ? $value : '';
    }

    private static function idOrThrow(int|WP_Error $id): int
    {
        return is_int($id) ? $id : throw new RoomNotKept($id->get_error_message());
    }
}
