/** Every way a call can fail, closed: an app maps each code to words for people. */
export const errorCodes = [
  'invalid_params',
  'not_supported',
  'not_configured',
  'unreachable',
  'timeout',
  'bad_reply',
  'checksum_rejected',
  'meeting_not_found',
  'id_not_unique',
  'access_denied',
  'seats_exhausted',
  'server_unavailable',
  'server_refused',
] as const;

export type BbbErrorCode = (typeof errorCodes)[number];
