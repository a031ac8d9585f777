<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Meetings;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;
use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbException;

/**
 * Why a room could not be opened a moment ago. For that moment it is the answer for everybody: of a class
 * that presses the button, one has a server in trouble asked, and the others do not wait for it.
 */
final class OpeningTrouble
{
    private const LASTS_MS = 5_000;

    private const NAME = 'bluebridge_trouble_';

    /** What has to do with the server, and not with who asks. */
    private const TROUBLES = [
        BbbError::Unreachable,
        BbbError::Timeout,
        BbbError::BadReply,
        BbbError::ChecksumRejected,
        BbbError::AccessDenied,
        BbbError::ServerUnavailable,
        BbbError::ServerRefused,
    ];

    /** @throws BbbException what somebody else was told just now */
    public function throwAgain(int $roomId, int $now): void
    {
        $kept = get_transient(self::NAME . $roomId);
        $at = is_array($kept) && is_int($kept['at'] ?? null) ? $kept['at'] : 0;
        $error = is_array($kept) && is_string($kept['error'] ?? null) ? BbbError::tryFrom($kept['error']) : null;
        if ($error !== null && $at <= $now && $at > $now - self::LASTS_MS) {
            throw new BbbException($error, 'it failed a moment ago', 'create', retryable: true);
        }
    }

    public function note(int $roomId, BbbException $error, int $now): void
    {
        if (in_array($error->error, self::TROUBLES, true)) {
            set_transient(self::NAME . $roomId, ['at' => $now, 'error' => $error->error->value], MINUTE_IN_SECONDS);
        }
    }
}
