<?php

declare(strict_types=1);

// Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost.

namespace Bluebridge\Core\Errors;

/**
 * What a server’s `messageKey` in a FAILED reply means. A key that is missing here becomes
 * `server_refused`, with the key kept.
 */
final class MessageKeys
{
    /** @var array<string, BbbError> */
    public const CODES = [
        'checksumError' => BbbError::ChecksumRejected,
        'notFound' => BbbError::MeetingNotFound,
        'meetingNotFound' => BbbError::MeetingNotFound,
        'invalidMeetingIdentifier' => BbbError::MeetingNotFound,
        'meetingForciblyEnded' => BbbError::MeetingNotFound,
        'idNotUnique' => BbbError::IdNotUnique,
        'nonUniqueVoiceBridge' => BbbError::IdNotUnique,
        'NotUniqueMeetingID' => BbbError::IdNotUnique,
        'invalidPassword' => BbbError::AccessDenied,
        'Params required' => BbbError::AccessDenied,
        'mismatchCreateTimeParam' => BbbError::AccessDenied,
        'guestDeny' => BbbError::AccessDenied,
        'guestDeniedAccess' => BbbError::AccessDenied,
        'missingToken' => BbbError::AccessDenied,
        'missingSession' => BbbError::AccessDenied,
        'maxParticipantsReached' => BbbError::SeatsExhausted,
        'maxConcurrent' => BbbError::SeatsExhausted,
        'clientCapacityLimitCross' => BbbError::SeatsExhausted,
        'serverUnavailable' => BbbError::ServerUnavailable,
        'serverTagUnavailable' => BbbError::ServerUnavailable,
        'internalError' => BbbError::ServerUnavailable,
        'apiNotEnabled' => BbbError::ServerRefused,
        'unsupportedRequest' => BbbError::NotSupported,
        'notImplemented' => BbbError::NotSupported,
        'validationError' => BbbError::InvalidParams,
        'missingParamMeetingID' => BbbError::InvalidParams,
        'missingParamFullName' => BbbError::InvalidParams,
        'missingParameters' => BbbError::InvalidParams,
        'invalidSharedNotesEditor' => BbbError::InvalidParams,
        'unsupportedContentType' => BbbError::InvalidParams,
        'malformedXml' => BbbError::InvalidParams,
        'invalidPresentationUrl' => BbbError::InvalidParams,
        'parentMeetingIDMissing' => BbbError::InvalidParams,
        'parentMeetingIdMissing' => BbbError::InvalidParams,
        'parentMeetingDoesNotExist' => BbbError::MeetingNotFound,
        'missingParamRecordID' => BbbError::InvalidParams,
        'missingParamPublish' => BbbError::InvalidParams,
        'missingParamCallbackURL' => BbbError::InvalidParams,
        'missingParamHookID' => BbbError::InvalidParams,
        'paramError' => BbbError::InvalidParams,
        'invalidKind' => BbbError::InvalidParams,
        'invalidLang' => BbbError::InvalidParams,
        'empty_uploaded_text_track' => BbbError::InvalidParams,
    ];
}
