<?php

declare(strict_types=1);

namespace Bluebridge\WordPress\Words;

use Bluebridge\WordPress\Vendor\Bluebridge\Core\Errors\BbbError;

/** What a person reads when the server fails: what happened, and one next step. */
final class ErrorWords
{
    public static function of(BbbError $error): string
    {
        return match ($error) {
            BbbError::Unreachable, BbbError::Timeout => __(
                'The meeting server does not answer right now. Please try again in a minute.',
                'bluebridge',
            ),
            BbbError::ServerUnavailable => __('The meeting server is busy or being serviced. Please try again in a minute.', 'bluebridge'),
            BbbError::NotConfigured => __(
                'This site is not connected to a meeting server yet. Please tell its administrator.',
                'bluebridge',
            ),
            BbbError::BadReply, BbbError::ChecksumRejected => __(
                'The meeting server and this site do not fit together. Please tell the administrator of this site.',
                'bluebridge',
            ),
            BbbError::NotSupported => __('The meeting server cannot do that.', 'bluebridge'),
            BbbError::InvalidParams, BbbError::ServerRefused => __(
                'The meeting server refused that. Please tell the administrator of this site.',
                'bluebridge',
            ),
            BbbError::MeetingNotFound => __('The meeting is over.', 'bluebridge'),
            BbbError::IdNotUnique => __('Somebody else is just opening the room. Please try again in a moment.', 'bluebridge'),
            BbbError::AccessDenied => __('The meeting server did not let you in. Please try again.', 'bluebridge'),
            BbbError::SeatsExhausted => __('All seats of the meeting server are taken. Please try again later.', 'bluebridge'),
        };
    }

    /** Gives the HTTP status of a reply about a failure. */
    public static function status(BbbError $error): int
    {
        return match ($error) {
            BbbError::Unreachable, BbbError::ServerUnavailable, BbbError::NotConfigured, BbbError::SeatsExhausted => 503,
            BbbError::Timeout => 504,
            BbbError::MeetingNotFound => 404,
            BbbError::IdNotUnique => 409,
            BbbError::AccessDenied => 403,
            default => 502,
        };
    }
}
