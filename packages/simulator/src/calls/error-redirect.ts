import { type PublicUrls, webUrl } from '../public-urls.ts';
import type { Failure } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';
import type { Answer } from './call.ts';

/**
 * Sends the browser away with the reason in the query as `errors`, a JSON list. A call with a wrong
 * checksum does not choose where to: anyone may have written it.
 */
export function errorRedirect(failure: Failure, params: Parameters, urls: PublicUrls): Answer {
  const chosen =
    failure.key === 'checksumError'
      ? undefined
      : (webUrl(params.text('errorRedirectUrl')) ?? webUrl(params.text('logoutURL')));
  const target = new URL(chosen ?? urls.defaultLogout);
  const errors = encodeURIComponent(
    JSON.stringify([{ key: failure.key, message: failure.message }]),
  );
  target.search += `${target.search === '' ? '?' : '&'}errors=${errors}`;
  return {
    kind: 'redirect',
    location: target.href,
    returncode: 'FAILED',
    messageKey: failure.key,
  };
}
