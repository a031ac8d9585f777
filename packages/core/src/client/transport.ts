import type { HttpRequest } from '../request/build-request.ts';
import type { HttpResponse } from '../response/interpret-response.ts';

/**
 * Sends one request as it is: same URL bytes, no redirects followed, body capped. Handed in by
 * each host. It throws `unreachable`, `timeout` or `bad_reply` (`too_large`), nothing else.
 */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
  /**
   * Sends likewise, but hands the body out while it arrives, uncapped. A transport that cannot do
   * so leaves it out: long lists are then read whole. Leaving the body early ends the request.
   */
  openStream?(request: HttpRequest, signal: AbortSignal): Promise<StreamedResponse>;
}

/** What a transport brings back of a streamed request. The body throws as `send` does. */
export interface StreamedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}
