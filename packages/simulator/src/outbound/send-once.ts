import type { OutboundRequest, Outcome } from './delivery.ts';
import { isLoopbackUrl } from './loopback-url.ts';

export interface SendOptions {
  /** What a request with `withSecret` shows. */
  secret: string;
  /** Whether other machines may be called; without it only this one is. */
  allowOutbound: boolean;
  signal: AbortSignal;
}

const timeoutMs = 5_000;
const mostRedirects = 10;

/**
 * Sends a request once and returns the status of the answer, or why there was none. The body of the
 * answer is not read. Every redirect is checked like the first address.
 */
export async function sendOnce(request: OutboundRequest, options: SendOptions): Promise<Outcome> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]);
  const authorization = request.withSecret ? { Authorization: `Bearer ${options.secret}` } : {};
  let { method, body } = request;
  let url = URL.parse(request.url);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (url === null || !/^https?:$/u.test(url.protocol)) return 'bad_url';
    if (!options.allowOutbound && !isLoopbackUrl(url)) return 'outbound_not_allowed';
    try {
      const answer = await fetch(url, {
        method,
        headers: { ...request.headers, ...authorization },
        redirect: 'manual',
        signal,
        ...(body === undefined ? {} : { body }),
      });
      await answer.body?.cancel();
      const location = answer.headers.get('location');
      const isRedirect = answer.status >= 300 && answer.status < 400 && location !== null;
      if (!isRedirect || !request.followsRedirects) return answer.status;
      url = URL.parse(location, url.href);
      if (answer.status < 307) {
        method = 'GET';
        body = undefined;
      }
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable';
    }
  }
  return 'unreachable';
}
