<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Recordings;

use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use WP_Error;
use WP_REST_Response;

/** What those who lead a room do to its recordings, and what they are told about it. */
final class RecordingDeeds
{
    public function __construct(
        private readonly RecordingChanges $changes,
        private readonly RecordingIndex $index,
        private readonly RecordingReplies $replies,
        private readonly RecordingsHtml $html,
    ) {
    }

    /**
     * Changes a recording.
     *
     * @param array{rename?: string, audience?: string, publish?: bool, protect?: bool} $deeds
     * @throws BbbException when the server refuses or does not answer
     */
    public function change(StoredRoom $room, Recording $recording, array $deeds): WP_REST_Response|WP_Error
    {
        $reply = null;
        foreach ($deeds as $deed => $wish) {
            $reply = match ($deed) {
                'rename' => $this->rename($room, $recording, (string) $wish),
                'audience' => $this->show($room, $recording, (string) $wish),
                'publish' => $this->publish($room, $recording, (bool) $wish),
                'protect' => $this->protect($room, $recording, (bool) $wish),
            };
            if ($reply instanceof WP_Error) {
                break;
            }
            // What was done decides what can be done next.
            $recording = $this->index->find($room->id, $recording->id) ?? $recording;
        }

        return $reply ?? $this->told($room, $recording, true, '');
    }

    /**
     * Deletes a recording.
     *
     * @throws BbbException as {@see change}
     */
    public function delete(StoredRoom $room, Recording $recording): WP_REST_Response|WP_Error
    {
        $unavailable = $this->unavailable($room, $recording, 'delete');
        if ($unavailable !== null) {
            return $unavailable;
        }
        $isConfirmed = $this->changes->delete($room, $recording);
        $done = __('The recording is deleted. The meeting server does not list it any more.', 'bluebridge');

        return $this->told($room, $recording, $isConfirmed, $done);
    }

    /** Refuses what cannot be done to this recording on its server now; null for what can. */
    public function unavailable(StoredRoom $room, Recording $recording, string $action): ?WP_Error
    {
        if (in_array($action, $this->replies->actions($room, $recording), true)) {
            return null;
        }
        $message = __('That cannot be done to this recording now. Please load the page again.', 'bluebridge');

        return new WP_Error('bluebridge_action_unavailable', $message, ['status' => 409]);
    }

    /** Tells what came of a deed. */
    public function told(StoredRoom $room, Recording $recording, bool $isConfirmed, string $done): WP_REST_Response
    {
        $now = $this->index->find($room->id, $recording->id);
        $reply = $now === null ? null : $this->replies->recording($room, $now, 'moderator');

        return new WP_REST_Response([
            'outcome' => $isConfirmed ? 'done' : 'unconfirmed',
            'message' => RecordingWords::outcome($done, $isConfirmed),
            'recording' => $reply,
            'rendered' => $reply === null ? '' : $this->html->item($reply),
        ]);
    }

    private function rename(StoredRoom $room, Recording $recording, string $name): WP_REST_Response|WP_Error
    {
        $done = __('The recording has its new name.', 'bluebridge');

        return $this->unavailable($room, $recording, 'rename')
            ?? $this->told($room, $recording, $this->changes->rename($room, $recording, $name), $done);
    }

    private function publish(StoredRoom $room, Recording $recording, bool $isPublished): WP_REST_Response|WP_Error
    {
        $done = $isPublished
            ? __('The recording is published.', 'bluebridge')
            : __('The recording is not published any more.', 'bluebridge');

        return $this->unavailable($room, $recording, $isPublished ? 'publish' : 'unpublish')
            ?? $this->told($room, $recording, $this->changes->publish($room, $recording, $isPublished), $done);
    }

    private function protect(StoredRoom $room, Recording $recording, bool $isProtected): WP_REST_Response|WP_Error
    {
        $done = $isProtected
            ? __('The recording is protected. Guests do not see it, and copied links stop working.', 'bluebridge')
            : __('The recording is not protected any more.', 'bluebridge');

        return $this->unavailable($room, $recording, $isProtected ? 'protect' : 'unprotect')
            ?? $this->told($room, $recording, $this->changes->protect($room, $recording, $isProtected), $done);
    }

    private function show(StoredRoom $room, Recording $recording, string $audience): WP_REST_Response
    {
        $isForModerators = $audience === Recording::FOR_MODERATORS;
        $this->index->setAudience($recording, $isForModerators ? Recording::FOR_MODERATORS : Recording::FOR_ROOM);

        return $this->told($room, $recording, true, $isForModerators
            ? __('Only moderators see the recording now.', 'bluebridge')
            : __('Everybody it is for sees the recording once it is published.', 'bluebridge'));
    }
}
