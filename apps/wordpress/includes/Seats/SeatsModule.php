<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Seats;

use Bluebridge\WordPress\Module;
use Bluebridge\WordPress\Rooms\RoomType;
use WP_Post;

/** Keeps the ledger in step with what happens elsewhere in the plugin. */
final class SeatsModule implements Module
{
    public function __construct(private readonly PlannedMeetings $planned, private readonly EndedByPerson $endedByPerson)
    {
    }

    public function register(): void
    {
        add_action('bluebridge_meeting_end_sent', $this->endedByPerson->note(...));
        add_action('before_delete_post', function (int $id, WP_Post $post): void {
            if ($post->post_type === RoomType::NAME) {
                $this->planned->forgetRoom($id);
            }
        }, 10, 2);
    }
}
