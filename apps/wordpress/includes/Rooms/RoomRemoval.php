<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Rooms;

use Bluebridge\WordPress\Meetings\MeetingWatches;
use Bluebridge\WordPress\Module;
use WP_Post;

/** Takes along what belongs to a room when it is deleted for good. */
final class RoomRemoval implements Module
{
    public function __construct(private readonly MeetingWatches $watches)
    {
    }

    public function register(): void
    {
        add_action('before_delete_post', $this->forget(...), 10, 2);
    }

    private function forget(int $id, WP_Post $post): void
    {
        $meetingID = $post->post_type === RoomType::NAME ? get_post_meta($id, RoomStore::MEETING_ID, true) : '';
        if (is_string($meetingID) && $meetingID !== '') {
            $this->watches->forget($meetingID);
        }
    }
}
