<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Access;

use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\RoomType;
use WP_Post;

/** Who comes into rooms: takes invitations along when their room is deleted for good. */
final class AccessModule implements Module
{
    public function __construct(private readonly Invitations $invitations)
    {
    }

    public function register(): void
    {
        add_action('before_delete_post', function (int $id, WP_Post $post): void {
            if ($post->post_type === RoomType::NAME) {
                $this->invitations->forgetRoom($id);
            }
        }, 10, 2);
    }
}
