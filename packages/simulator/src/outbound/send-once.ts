import type { OutboundRequest, Outcome } from './delivery.ts';
import { isLoopbackUrl } from './loopback-url.ts';

export interface SendOptions {
  /** What a request with `withSecret` shows. */
  secret: string;
  /** Whether other machines may be called; without it only this one is. */
  allowOutbound: boolean;
  /** Abandons the request. */
  stop: AbortSignal;
}

const timeoutMs = 5_000;
const mostRedirects = 10;

/**
 * Sends a request once and returns the status of the answer, or why there was none. The body of the
 * answer is not read. Every redirect is checked like the first address.
 */
export async function sendOnce(request: OutboundRequest, options: SendOptions): Promise<Outcome> {
  const { stop } = options;
  const own = new AbortController();
  const abandon = () => own.abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    abandon();
  }, timeoutMs);
  stop.addEventListener('abort', abandon);
  try {
    return await follow(request, options, own.signal);
  } catch {
    return isLate ? 'timeout' : 'unreachable';
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', abandon);
  }
}

async function follow(
  request: OutboundRequest,
  { secret, allowOutbound }: SendOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  // A kept connection may be closed by the other side just when it is used again.
  const usual = { ...request.headers, Connection: 'close' };
  let { method, body } = request;
  let url = URL.parse(request.url);
  const origin = url?.origin;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (url === null || !/^https?:$/u.test(url.protocol)) return 'bad_url';
    if (!allowOutbound && !isLoopbackUrl(url)) return 'outbound_not_allowed';
    // The secret is for the registered receiver alone, wherever that sends the request.
    const showsSecret = request.withSecret === true && url.origin === origin;
    const headers = showsSecret ? { ...usual, Authorization: `Bearer ${secret}` } : usual;
    const sent = body === undefined ? {} : { body };
    const answer = await fetch(url, { method, headers, redirect: 'manual', signal, ...sent });
    await answer.body?.cancel();
    const location = answer.headers.get('location');
    const isRedirect = answer.status >= 300 && answer.status < 400 && location !== null;
    if (!isRedirect || !request.followsRedirects) return answer.status;
    url = URL.parse(location, url.href);
    if (answer.status < 307) {
      method = 'GET';
      body = undefined;
    }
  }
  return 'unreachable';
}
