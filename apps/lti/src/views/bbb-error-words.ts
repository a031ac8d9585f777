import type { BbbErrorCode } from '@bluebridge/core/errors';
import { message } from '@bluebridge/translations';
import type { Words } from './error-page.ts';

const tryAgain = message('Please close this tab and try again in a minute.');
const tellAdministrator = message('Please tell your administrator and send the code below.');

const unreachable: Words = {
  what: message('The meeting server does not answer right now'),
  now: tryAgain,
};
const misconfigured: Words = {
  what: message('The meeting server and this tool do not fit together'),
  now: tellAdministrator,
};
const refused: Words = { what: message('The meeting server refused that'), now: tellAdministrator };

/** What a person reads for each error of the meeting server: what happened, and one next step. */
export const bbbErrorWords: Record<BbbErrorCode, Words> = {
  invalid_params: refused,
  not_supported: {
    what: message('The meeting server cannot do that'),
    now: tellAdministrator,
  },
  not_configured: misconfigured,
  unreachable,
  timeout: unreachable,
  bad_reply: misconfigured,
  checksum_rejected: misconfigured,
  meeting_not_found: {
    what: message('The meeting is over'),
    now: message('You can close this tab and go on in your course.'),
  },
  id_not_unique: { what: message('Somebody else is just opening the room'), now: tryAgain },
  access_denied: { what: message('The meeting server did not let you in'), now: tryAgain },
  seats_exhausted: {
    what: message('All seats of the meeting server are taken'),
    now: tryAgain,
  },
  server_unavailable: {
    what: message('The meeting server is busy or being serviced'),
    now: tryAgain,
  },
  server_refused: refused,
};
