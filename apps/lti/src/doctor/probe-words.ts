import type { ProbeFailure } from '@bluebridge/core';
import { message } from '@bluebridge/translations';

/** What is wrong with the meeting server's settings, and what to do. */
export const probeWords: Record<ProbeFailure, string> = {
  endpoint_empty: message('BBB_ENDPOINT is empty: give it the address of the meeting server.'),
  endpoint_unreadable: message('BBB_ENDPOINT is no address: copy it again.'),
  endpoint_not_http: message('BBB_ENDPOINT must start with https://.'),
  endpoint_has_credentials: message('BBB_ENDPOINT holds a user or password: remove them.'),
  secret_empty: message('BBB_SECRET is empty: give it the shared secret of the server.'),
  secret_looks_like_url: message(
    'BBB_SECRET looks like an address: the two settings may be swapped.',
  ),
  host_not_found: message('There is no server of the name in BBB_ENDPOINT: check the spelling.'),
  unreachable: message(
    'The meeting server cannot be reached: check that it runs, and the firewall.',
  ),
  timed_out: message(
    'The meeting server does not answer in time: try again, or check the firewall.',
  ),
  tls_untrusted: message('The certificate of the meeting server is not trusted: have it repaired.'),
  tls_missing: message('The meeting server does not speak https: set it up there.'),
  redirected_elsewhere: message(
    'The meeting server sends us elsewhere: use the address it leads to.',
  ),
  not_bigbluebutton: message(
    'What answers at BBB_ENDPOINT is no meeting server: check the address.',
  ),
  api_not_found: message('The server has no API at this path: check the path of BBB_ENDPOINT.'),
  forbidden: message(
    'The meeting server does not let this machine in: ask its hoster to allow it.',
  ),
  api_disabled: message('The API of the meeting server is switched off: have it switched on.'),
  server_busy: message('The meeting server is busy: try again later.'),
  server_refused: message('The meeting server refuses us: ask its hoster why.'),
  wrong_secret: message('The meeting server does not accept BBB_SECRET: copy it again.'),
  checksum_not_checked: message(
    'The meeting server answers whoever asks: have the check of checksums switched on.',
  ),
  algorithm_too_old: message('The meeting server accepts sha1 checksums only: have it updated.'),
};
