import type { HttpRequest } from '../request/build-request.ts';
import type { HttpResponse } from '../response/interpret-response.ts';

/**
 * Sends one request as it is: same URL bytes, no redirects followed, body capped. Handed in by
 * each host. It throws `unreachable`, `timeout` or `bad_reply` (too large), nothing else.
 */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
}
