import { type Dialect, dialectNamed } from '../dialects/index.ts';
import { BbbError } from '../errors/index.ts';
import type { RequestTarget } from '../request/build-request.ts';

/** One BBB-compatible installation: endpoint, secret and dialect. */
export interface Server extends RequestTarget {
  readonly dialect: Dialect;
}

/**
 * Makes a server from settings as an administrator typed them.
 *
 * The endpoint may end in `/`, in `/api` or in neither. Throws `not_configured` with a sentence
 * that names what is wrong; the secret is never part of it.
 */
export function serverFrom(settings: {
  readonly endpoint: string;
  readonly secret: string;
  readonly dialect?: string;
}): Server {
  const endpoint = settings.endpoint.trim();
  const secret = settings.secret.trim();
  if (!URL.canParse(endpoint)) {
    throw BbbError.notConfigured('the endpoint is not a URL such as https://host/bigbluebutton/');
  }
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw BbbError.notConfigured('the endpoint must start with https:// or http://');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw BbbError.notConfigured('the endpoint must not hold a user, a query or a fragment');
  }
  if (secret === '') throw BbbError.notConfigured('the shared secret is empty');
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api$/, '');
  return {
    endpoint: `${url.origin}${path}/`,
    secret,
    dialect: dialectNamed(settings.dialect ?? 'bigbluebutton'),
  };
}
