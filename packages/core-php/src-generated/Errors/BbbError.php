<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Errors;

/**
 * Every way a call can fail, closed: an app maps each code to words for people.
 */
enum BbbError: string
{
    case InvalidParams = 'invalid_params';
    case NotSupported = 'not_supported';
    case NotConfigured = 'not_configured';
    case Unreachable = 'unreachable';
    case Timeout = 'timeout';
    case BadReply = 'bad_reply';
    case ChecksumRejected = 'checksum_rejected';
    case MeetingNotFound = 'meeting_not_found';
    case IdNotUnique = 'id_not_unique';
    case AccessDenied = 'access_denied';
    case SeatsExhausted = 'seats_exhausted';
    case ServerUnavailable = 'server_unavailable';
    case ServerRefused = 'server_refused';
}
