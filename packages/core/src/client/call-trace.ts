import type { HttpRequest } from '../request/build-request.ts';
import { redactUrl } from '../request/redact-url.ts';

/** What happened to one request; safe to log. */
export interface CallTrace {
  readonly call: string;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  /** HTTP status; absent when no answer came or a browser opens the URL. */
  readonly status?: number;
  /**
   * `SUCCESS`, the server's message key, an error code, `handed_to_browser`, or `left_early` for a
   * stream nobody read to its end.
   */
  readonly outcome: string;
  readonly durationMs: number;
  /** How long the server asked to be left alone. */
  readonly retryAfterMs?: number;
}

/** Tells of a request without its secrets. */
export function traceOf(
  call: string,
  request: HttpRequest,
  outcome: string,
): Omit<CallTrace, 'durationMs'> {
  return { call, method: request.method, url: redactUrl(request.url), outcome };
}
