<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Module;

/** Rooms are posts of a type of their own: with an author, a title, drafts, a bin and revisable rights. */
final class RoomType implements Module
{
    public const NAME = 'bluebridge_room';

    public function register(): void
    {
        // Early, for what answers before the rest of WordPress is ready.
        add_action('init', $this->add(...), 0);
    }

    /**
     * Rooms have no pages, feeds or lists of their own: they are seen where a block shows them. So no
     * theme, search or export of posts ever meets one.
     */
    private function add(): void
    {
        register_post_type(self::NAME, [
            'labels' => [
                'name' => __('Rooms', 'bluebridge'),
                'singular_name' => __('Room', 'bluebridge'),
                'add_new' => __('Add room', 'bluebridge'),
                'add_new_item' => __('Add room', 'bluebridge'),
                'edit_item' => __('Edit room', 'bluebridge'),
                'search_items' => __('Search rooms', 'bluebridge'),
                'not_found' => __('No rooms yet.', 'bluebridge'),
                'not_found_in_trash' => __('No rooms in the Trash.', 'bluebridge'),
            ],
            'public' => false,
            'show_ui' => true,
            'menu_icon' => 'dashicons-video-alt2',
            'capability_type' => [self::NAME, self::NAME . 's'],
            'capabilities' => ['create_posts' => Rights::CREATE],
            'map_meta_cap' => true,
            'supports' => ['title', 'author'],
            'delete_with_user' => false,
            'can_export' => false,
        ]);
    }
}
