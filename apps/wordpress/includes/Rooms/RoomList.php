<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Entrance\EntranceAddress;
use Bluebridge\WordPress\Module;
use WP_Post;
use WP_Query;

/** WordPress' list of rooms: everybody sees those they lead, and enters them from there. */
final class RoomList implements Module
{
    public function __construct(private readonly RoomStore $rooms)
    {
    }

    public function register(): void
    {
        add_action('pre_get_posts', $this->narrow(...));
        add_filter('views_edit-' . RoomType::NAME, self::views(...));
        add_filter('post_row_actions', $this->actions(...), 10, 2);
    }

    /** The name of a room may tell more than its owner wants others to know. */
    private function narrow(WP_Query $query): void
    {
        $isList = is_admin() && $query->is_main_query() && $query->get('post_type') === RoomType::NAME;
        if (!$isList || current_user_can(Rights::EDIT_OTHERS)) {
            return;
        }
        if ($query->get('post_status') === 'trash') {
            $query->set('author', get_current_user_id());

            return;
        }
        // An empty list would be everything to WordPress.
        $query->set('post__in', [0, ...Hosts::roomsLedBy(wp_get_current_user())]);
    }

    /**
     * Leaves out numbers of rooms that somebody does not see.
     *
     * @param array<array-key, mixed> $views
     * @return array<array-key, mixed>
     */
    private static function views(array $views): array
    {
        return current_user_can(Rights::EDIT_OTHERS) ? $views : array_intersect_key($views, ['mine' => true, 'trash' => true]);
    }

    /**
     * @param array<array-key, mixed> $actions
     * @return array<array-key, mixed>
     */
    private function actions(array $actions, WP_Post $post): array
    {
        $room = $post->post_type === RoomType::NAME ? $this->rooms->find($post->ID) : null;
        if ($room !== null) {
            // It offers a password and a date, which mean nothing to a room.
            unset($actions['inline hide-if-no-js']);
        }
        if ($room === null || !current_user_can(Rights::LEAD, $room->id)) {
            return $actions;
        }
        $words = __('Enter', 'bluebridge');

        return $actions + ['bluebridge_enter' => '<a href="' . esc_url(EntranceAddress::of($room)) . '">' . esc_html($words) . '</a>'];
    }
}
