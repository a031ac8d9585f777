<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Admin;

use Bluebridge\WordPress\Meetings\MeetingInfos;
use Bluebridge\WordPress\Presentations\Documents;
use Bluebridge\WordPress\Presentations\RoomDocuments;
use Bluebridge\WordPress\Rooms\StoredRoom;
use Bluebridge\WordPress\Server\Servers;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;
use Bluebridge\WordPress\Words\ErrorWords;
use Closure;

/**
 * What those who lead a room do with its meeting from outside: end it, say something in it, show a
 * document in it.
 *
 * @phpstan-import-type Told from AdminForms
 */
final class LiveDeeds
{
    private const LONGEST_MESSAGE = 500;

    public function __construct(
        private readonly Servers $servers,
        private readonly MeetingInfos $infos,
        private readonly Documents $documents,
    ) {
    }

    /** @return Told */
    public function end(StoredRoom $room): array
    {
        return $this->tried(function () use ($room): string {
            try {
                $this->servers->clientOf($room->meetingID)->call('end', ['meetingID' => $room->meetingID]);
            } catch (BbbException $error) {
                if ($error->error !== BbbError::MeetingNotFound) {
                    throw $error;
                }
            }
            /**
             * Fires when the server was asked to end the meeting of a room, by hand.
             *
             * @param int $roomId
             */
            do_action('bluebridge_meeting_end_sent', $room->id);
            // Read back: only the server knows whether it is over.
            $this->infos->askAnew($room->meetingID);
            $outcome = $this->infos->known($room->meetingID);
            $isOver = $outcome->isKnown && ($outcome->info === null || ($outcome->info['hasBeenForciblyEnded'] ?? null) === true);

            return $isOver
                ? __('The meeting is over.', 'bluebridge')
                : __('The server is still ending the meeting. Please look again in a minute.', 'bluebridge');
        });
    }

    /** @return Told */
    public function say(StoredRoom $room, string $text, string $from): array
    {
        if ($text === '' || mb_strlen($text) > self::LONGEST_MESSAGE) {
            /* translators: %d: number of letters */
            $problem = sprintf(__('Please write a message of at most %d characters.', 'bluebridge'), self::LONGEST_MESSAGE);

            return ['works' => false, 'text' => $problem];
        }

        return $this->tried(function () use ($room, $text, $from): string {
            $params = ['meetingID' => $room->meetingID, 'message' => $text, 'userName' => $from];
            try {
                $this->servers->clientOf($room->meetingID)->call('sendChatMessage', $params);
            } catch (BbbException $error) {
                // Servers from before there was such a call answer with a page.
                throw $error->error === BbbError::BadReply ? BbbException::notSupported('sendChatMessage', 'server') : $error;
            }

            return __('The message is in the chat of the meeting.', 'bluebridge');
        });
    }

    /**
     * Adds a file of the media library.
     *
     * @return Told
     */
    public function show(StoredRoom $room, int $attachmentId): array
    {
        if (!MediaDocuments::isDocument($attachmentId)) {
            return ['works' => false, 'text' => __('Please choose a document of the media library.', 'bluebridge')];
        }
        $refusal = RoomDocuments::refusal($attachmentId, get_current_user_id());
        if ($refusal !== null) {
            return ['works' => false, 'text' => $refusal];
        }

        return $this->tried(function () use ($room, $attachmentId): string {
            $documents = $this->documents->ofAttachment($attachmentId, get_current_user_id());
            $params = ['meetingID' => $room->meetingID];
            $this->servers->clientOf($room->meetingID)->call('insertDocument', $params, ['presentation' => $documents]);

            return __('The document is on its way into the meeting.', 'bluebridge');
        });
    }

    /**
     * @param Closure(): string $deed
     * @return Told
     */
    private function tried(Closure $deed): array
    {
        try {
            return ['works' => true, 'text' => $deed()];
        } catch (BbbException $error) {
            return ['works' => false, 'text' => ErrorWords::of($error->error)];
        }
    }
}
