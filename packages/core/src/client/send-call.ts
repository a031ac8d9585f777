import type { CallName, ReplyOf } from '../catalogue/types.ts';
import { BbbError, isBbbError } from '../errors/index.ts';
import type { HttpRequest } from '../request/build-request.ts';
import { interpretResponse } from '../response/interpret-response.ts';
import { type CallTrace, traceOf } from './call-trace.ts';
import { isRead, patience, type Timeouts } from './patience.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Transport } from './transport.ts';

/** How one request went. */
export type Outcome<T> =
  | { readonly ok: true; readonly reply: T }
  | {
      readonly ok: false;
      readonly failure: BbbError;
      /** HTTP status; absent when no answer came. */
      readonly status?: number;
      /** How long the server asked to be left alone. */
      readonly retryAfterMs?: number;
    };

/** Sends one request, once. */
export type SendCall = <N extends CallName>(
  name: N,
  request: HttpRequest,
  signal: AbortSignal | undefined,
) => Promise<Outcome<ReplyOf<N>>>;

/** Makes the function that sends one request and reports how it went. */
export function sendCall(
  transport: Transport,
  timeouts: Timeouts,
  report: (trace: CallTrace) => void,
  now: () => number,
): SendCall {
  return async (name, request, signal) => {
    const started = now();
    let known: { readonly status?: number; readonly retryAfterMs?: number } = {};
    const trace = (outcome: string): void =>
      report({ ...traceOf(name, request, outcome), ...known, durationMs: now() - started });
    try {
      const response = await transport.send(request, patience(name, timeouts, signal));
      const wait = retryAfterMs(response);
      known = { status: response.status, ...(wait !== undefined && { retryAfterMs: wait }) };
      const reply = interpretResponse(name, response);
      trace(reply.messageKey ?? reply.returncode);
      return { ok: true, reply };
    } catch (error) {
      const failure = asBbbError(name, error);
      trace(failure.messageKey ?? failure.code);
      return { ok: false, failure, ...known };
    }
  };
}

/** Names the call on errors of the transport, which does not know it, nor what may be repeated. */
export function asBbbError(call: CallName, error: unknown): BbbError {
  if (!isBbbError(error)) {
    const retryable = isRead(call);
    return new BbbError('unreachable', `${call} could not be sent`, { call, retryable });
  }
  if (error.call !== undefined) return error;
  const { code, messageKey, reason, cause } = error;
  const retryable = error.retryable && isRead(call);
  return new BbbError(code, `${call} failed: ${error.message.replace(/^\[\w+\] /, '')}`, {
    call,
    retryable,
    messageKey,
    reason,
    cause,
  });
}
