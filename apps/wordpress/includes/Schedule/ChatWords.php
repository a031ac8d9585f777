<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Schedule;

use Bluebridge\WordPress\Seats\Account;
use Bluebridge\WordPress\Seats\PlannedMeeting;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Closure;

/** Writes into the chat of a meeting, in the language of who opened it. */
final class ChatWords
{
    /**
     * Writes a sentence, where the server can.
     *
     * @param Closure(): string $words made in the language of the meeting
     * @return BbbError|null why it is hardly in the chat
     */
    public function say(Account $account, PlannedMeeting $meeting, Closure $words): ?BbbError
    {
        if (!$account->server->hasCall('sendChatMessage')) {
            return BbbError::NotSupported;
        }
        $isSwitched = $meeting->locale !== '' && switch_to_locale($meeting->locale);
        try {
            $account->client()->call('sendChatMessage', [
                'meetingID' => $meeting->meetingID,
                'message' => $words(),
                'userName' => __('Meeting room', 'bluebridge'),
            ]);

            return null;
        } catch (BbbException $error) {
            return $error->error;
        } finally {
            if ($isSwitched) {
                restore_previous_locale();
            }
        }
    }
}
