<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Policies;

use Bluebridge\WordPress\Clock;
use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\Rights;
use Bluebridge\WordPress\Rooms\RoomType;
use Bluebridge\WordPress\Schedule\Moments;
use WP_Post;
use WP_Query;
use WP_User;

/**
 * How many rooms people may have. WordPress asks for the right to make one wherever that is done: on its
 * screens, in XML-RPC, and so does our REST API. Rooms in the bin do not count until they come back.
 *
 * Of two requests at once both may be told that there is a place. So where a room begins to count for
 * somebody, one of them after the other counts once more and writes.
 */
final class RoomLimit implements Module
{
    /** What counts; a room that WordPress has only begun to make does not. */
    private const COUNTED = ['publish', 'pending', 'draft', 'private', 'future'];

    /** Whoever counts and dies keeps the others of the same person waiting for this long, ms. */
    private const TURN_LASTS = 30_000;

    private const LOOK_AGAIN_AFTER = 50;

    private const MOST_LOOKS = 700;

    /** Whose turn this request has, by their user id. */
    private ?int $turnOf = null;

    public function __construct(private readonly Moments $moments, private readonly Clock $clock)
    {
    }

    public function register(): void
    {
        add_filter('map_meta_cap', self::map(...), 10, 3);
        add_filter('pre_untrash_post', self::keepInBin(...), 10, 2);
        // The one place that all ways to write a post go through; what it stops is not written.
        add_filter('wp_insert_post_empty_content', $this->stop(...), PHP_INT_MAX, 2);
        add_action('wp_insert_post', $this->endTurn(...), PHP_INT_MIN, 0);
    }

    /** Gives how many more rooms somebody may have; null for any number. */
    public static function leftFor(WP_User $user): ?int
    {
        $most = Policies::current()->mostRooms($user);

        return $most === null ? null : max(0, $most - self::count($user->ID, $most));
    }

    /** Says why somebody can make no more rooms. */
    public static function words(): string
    {
        return __('You have as many rooms as you may have. Delete one you no longer need, or ask an administrator.', 'bluebridge');
    }

    /**
     * @param list<string> $needed
     * @return list<string>
     */
    private static function map(array $needed, string $right, int $userId): array
    {
        if ($right !== Rights::CREATE) {
            return $needed;
        }
        $user = get_userdata($userId);

        return $user instanceof WP_User && self::leftFor($user) === 0 ? ['do_not_allow'] : [Rights::EDIT];
    }

    /**
     * Stops a room that somebody may not have.
     *
     * @param array<array-key, mixed> $post as WordPress is about to write it
     */
    private function stop(mixed $isStopped, array $post): mixed
    {
        $user = $isStopped === true || ($post['post_type'] ?? '') !== RoomType::NAME ? null : self::newOwner($post);
        if ($user === null || Policies::current()->mostRooms($user) === null) {
            return $isStopped;
        }
        if (!$this->takeTurn($user->ID)) {
            return true;
        }
        // What this request has counted before it had the turn is not asked again.
        wp_cache_set_last_changed('posts');
        if (self::leftFor($user) !== 0) {
            return $isStopped;
        }
        $this->endTurn();

        return true;
    }

    private function takeTurn(int $userId): bool
    {
        $name = "rooms_{$userId}";
        for ($looks = 0; $this->turnOf !== $userId && $looks < self::MOST_LOOKS; $looks++) {
            // To read first leaves the database to whoever writes.
            $isFree = $this->moments->last($name) <= $this->clock->now() - self::TURN_LASTS;
            if ($isFree && $this->moments->claim($name, $this->clock->now(), self::TURN_LASTS)) {
                $this->turnOf = $userId;
            } else {
                $this->clock->sleep(self::LOOK_AGAIN_AFTER);
            }
        }

        return $this->turnOf === $userId;
    }

    private function endTurn(): void
    {
        if ($this->turnOf !== null) {
            $this->moments->giveBack("rooms_{$this->turnOf}");
            $this->turnOf = null;
        }
    }

    /**
     * Gives the person for whom a room begins to count; null when it counts already, or does not yet. What
     * an administrator makes for others, as an import does, is not limited.
     *
     * @param array<array-key, mixed> $post
     */
    private static function newOwner(array $post): ?WP_User
    {
        $id = is_numeric($post['ID'] ?? null) ? (int) $post['ID'] : 0;
        $author = is_numeric($post['post_author'] ?? null) ? (int) $post['post_author'] : 0;
        $isOwn = $author === get_current_user_id();
        if (!$isOwn && ($id === 0 || !is_user_logged_in() || current_user_can(Rights::MANAGE))) {
            return null;
        }
        $before = $id > 0 ? get_post($id) : null;
        $counted = $before instanceof WP_Post && in_array($before->post_status, self::COUNTED, true);
        $isTheirs = $counted && (int) $before->post_author === $author;
        $user = $isTheirs || !in_array($post['post_status'] ?? '', self::COUNTED, true) ? false : get_userdata($author);

        return $user === false ? null : $user;
    }

    private static function keepInBin(mixed $answer, WP_Post $post): mixed
    {
        $author = $post->post_type === RoomType::NAME ? get_userdata((int) $post->post_author) : false;

        return $author instanceof WP_User && self::leftFor($author) === 0 ? false : $answer;
    }

    private static function count(int $userId, int $most): int
    {
        $query = new WP_Query([
            'post_type' => RoomType::NAME,
            'author' => $userId,
            'post_status' => self::COUNTED,
            'fields' => 'ids',
            // phpcs:ignore WordPress.WP.PostsPerPage -- numbers only, and no more than the limit
            'posts_per_page' => max(1, $most),
            'no_found_rows' => true,
        ]);

        return count((array) $query->posts);
    }
}
