<?php

declare(strict_types=1);

namespace OCA\Bluebridge\Words;

use OCA\Bluebridge\Vendor\Bluebridge\Core\Errors\BbbError;
use OCP\IL10N;

/** What a person reads when the server fails: what happened, and one next step. */
final class ErrorWords
{
    public function __construct(private readonly IL10N $l10n)
    {
    }

    public function of(BbbError $error): string
    {
        return match ($error) {
            BbbError::Unreachable, BbbError::Timeout => $this->l10n->t('The meeting server does not answer right now. Please try again in a minute.'),
            BbbError::ServerUnavailable => $this->l10n->t('The meeting server is busy or being serviced. Please try again in a minute.'),
            BbbError::NotConfigured => $this->l10n->t('This Nextcloud is not connected with a meeting server yet. Please tell its administrator.'),
            BbbError::BadReply, BbbError::ChecksumRejected => $this->l10n->t('The meeting server and this Nextcloud do not fit together. Please tell its administrator.'),
            BbbError::NotSupported => $this->l10n->t('The meeting server cannot do that.'),
            BbbError::InvalidParams, BbbError::ServerRefused => $this->l10n->t('The meeting server refused that. Please tell the administrator.'),
            BbbError::MeetingNotFound => $this->l10n->t('The meeting is over.'),
            BbbError::IdNotUnique => $this->l10n->t('Somebody else is just opening the room. Please try again in a moment.'),
            BbbError::AccessDenied => $this->l10n->t('The meeting server did not let you in. Please try again.'),
            BbbError::SeatsExhausted => $this->l10n->t('All seats of the meeting server are taken. Please try again later.'),
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
