<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Module;

/** Categories of rooms, for sites that have many. */
final class RoomCategories implements Module
{
    public const NAME = 'bluebridge_category';

    public function register(): void
    {
        add_action('init', self::add(...), 11);
    }

    /** Makes the categories known to WordPress. */
    public static function add(): void
    {
        register_taxonomy(self::NAME, RoomType::NAME, [
            'labels' => [
                'name' => __('Room categories', 'bluebridge'),
                'singular_name' => __('Room category', 'bluebridge'),
                'add_new_item' => __('Add room category', 'bluebridge'),
                'not_found' => __('No room categories yet.', 'bluebridge'),
            ],
            'public' => false,
            'show_ui' => true,
            'show_admin_column' => true,
            'hierarchical' => true,
            'rewrite' => false,
            'capabilities' => [
                'manage_terms' => Rights::EDIT_OTHERS,
                'edit_terms' => Rights::EDIT_OTHERS,
                'delete_terms' => Rights::EDIT_OTHERS,
                'assign_terms' => Rights::EDIT,
            ],
        ]);
    }
}
