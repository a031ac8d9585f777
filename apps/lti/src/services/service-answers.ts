import { minute, second } from '../clock.ts';
import type { GuardedReply } from '../http/guarded-client.ts';
import { ServiceError } from './service-error.ts';

/** Sorts an answer that is no success into what to do about it. */
export function errorOf({ status, text, retryAfter }: GuardedReply): ServiceError {
  // Canvas says 403 where others say 429.
  if (status === 429 || (status === 403 && /rate limit exceeded/i.test(text))) {
    return new ServiceError('service_busy', { status, retryAfterMs: waitOf(retryAfter) });
  }
  if (status >= 500 || status === 408) return new ServiceError('service_unreachable', { status });
  return new ServiceError('service_refused', { status });
}

const usualWait = minute;
const longestWait = 10 * minute;

function waitOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  if (retryAfter === undefined || !Number.isFinite(seconds) || seconds < 0) return usualWait;
  return Math.min(longestWait, seconds * second);
}

/** Parses a JSON body; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
