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
  maxParticipantsReached: 'seats_exhausted',
  apiNotEnabled: 'server_unavailable',
  serverUnavailable: 'server_unavailable',
  serverTagUnavailable: 'server_unavailable',
  internalError: 'server_unavailable',
  unsupportedRequest: 'not_supported',
  validationError: 'invalid_params',
  missingParamMeetingID: 'invalid_params',
  missingParamFullName: 'invalid_params',
  missingParameters: 'invalid_params',
  invalidSharedNotesEditor: 'invalid_params',
};
