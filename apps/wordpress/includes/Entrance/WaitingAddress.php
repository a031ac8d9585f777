<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Entrance;

use Bluebridge\WordPress\Http\Sent;
use Bluebridge\WordPress\People\SameOrigin;
use Bluebridge\WordPress\Rooms\StoredRoom;

/**
 * Where a browser goes again and again that waits for a room without a script: because there is none,
 * or because it got lost on the way. Like the script, it opens no room.
 */
final class WaitingAddress
{
    /** Time enough for a slow script, which ends this. */
    public const SECONDS = 20;

    /** @param bool $agreesToRecording what the person said in the form */
    public static function of(StoredRoom $room, bool $agreesToRecording): string
    {
        $again = [EntranceForm::BY => EntranceForm::WAITING];
        if ($agreesToRecording) {
            $again[EntranceForm::CONSENT] = 'yes';
        }
        if (is_user_logged_in()) {
            $again[EntranceForm::NONCE] = EntranceForm::nonce($room->id);
        }

        return add_query_arg($again, EntranceAddress::of($room));
    }

    /** Tells whether the page that waits has come here by itself: no picture, frame, or other site. */
    public static function isUsed(): bool
    {
        return Sent::query(EntranceForm::BY) === EntranceForm::WAITING
            && SameOrigin::isTold()
            && Sent::header('HTTP_SEC_FETCH_MODE') === 'navigate'
            && Sent::header('HTTP_SEC_FETCH_DEST') === 'document';
    }
}
