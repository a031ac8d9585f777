import type { BbbErrorCode } from './codes.ts';

/**
 * What a server's `messageKey` in a FAILED reply means. A key that is missing here becomes
 * `server_refused`, with the key kept.
 */
export const messageKeyCodes: Readonly<Record<string, BbbErrorCode>> = {
  checksumError: 'checksum_rejected',
  notFound: 'meeting_not_found',
  meetingNotFound: 'meeting_not_found',
  invalidMeetingIdentifier: 'meeting_not_found',
  meetingForciblyEnded: 'meeting_not_found',
  idNotUnique: 'id_not_unique',
  nonUniqueVoiceBridge: 'id_not_unique',
  NotUniqueMeetingID: 'id_not_unique',
  invalidPassword: 'access_denied',
  'Params required': 'access_denied',
  mismatchCreateTimeParam: 'access_denied',
  guestDeny: 'access_denied',
  guestDeniedAccess: 'access_denied',
  missingToken: 'access_denied',
  missingSession: 'access_denied',
  maxParticipantsReached: 'seats_exhausted',
  // Hosters that sell seats answer create with these.
  maxConcurrent: 'seats_exhausted',
  clientCapacityLimitCross: 'seats_exhausted',
  serverUnavailable: 'server_unavailable',
  serverTagUnavailable: 'server_unavailable',
  internalError: 'server_unavailable',
  // Switched off by an administrator: waiting does not help.
  apiNotEnabled: 'server_refused',
  unsupportedRequest: 'not_supported',
  notImplemented: 'not_supported',
  validationError: 'invalid_params',
  missingParamMeetingID: 'invalid_params',
  missingParamFullName: 'invalid_params',
  missingParameters: 'invalid_params',
  invalidSharedNotesEditor: 'invalid_params',
  unsupportedContentType: 'invalid_params',
  malformedXml: 'invalid_params',
  invalidPresentationUrl: 'invalid_params',
  parentMeetingIDMissing: 'invalid_params',
  parentMeetingIdMissing: 'invalid_params',
  parentMeetingDoesNotExist: 'meeting_not_found',
  missingParamRecordID: 'invalid_params',
  missingParamPublish: 'invalid_params',
  missingParamCallbackURL: 'invalid_params',
  missingParamHookID: 'invalid_params',
  paramError: 'invalid_params',
  invalidKind: 'invalid_params',
  invalidLang: 'invalid_params',
  empty_uploaded_text_track: 'invalid_params',
};
