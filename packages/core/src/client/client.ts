import { calls, type CallSpec } from '../catalogue/index.ts';
import type { CallName, ParamsOf, ReplyOf } from '../catalogue/types.ts';
import { BbbError, isBbbError } from '../errors/index.ts';
import { buildRequest, type HttpRequest } from '../request/build-request.ts';
import { redactUrl } from '../request/redact-url.ts';
import { interpretResponse } from '../response/interpret-response.ts';
import type { Server } from './server.ts';
import type { Transport } from './transport.ts';

/** What happened to one call; safe to log. */
export interface CallTrace {
  readonly call: string;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  /** HTTP status; absent when no answer came or a browser opens the URL. */
  readonly status?: number;
  /** `SUCCESS`, the server's message key, an error code, or `handed_to_browser`. */
  readonly outcome: string;
  readonly durationMs: number;
}

export interface ClientOptions {
  readonly transport: Transport;
  /** Patience in ms: `write` for calls that change something (45 s), `read` for others (8 s). */
  readonly timeouts?: { readonly read?: number; readonly write?: number };
  readonly onCall?: (trace: CallTrace) => void;
  /** Milliseconds from any start, for durations. */
  readonly now?: () => number;
}

export interface Client {
  readonly server: Server;
  /**
   * Sends a call and answers its typed reply. Throws BbbError with one of the closed codes;
   * `invalid_params` and `not_supported` come before any request.
   */
  call<N extends CallName>(
    name: N,
    params: ParamsOf<N>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ReplyOf<N>>;
  /** Builds a signed URL for the browser of one participant (`join`). */
  buildUrl(name: 'join', params: ParamsOf<'join'>): string;
}

/** Creates a client for one server over a transport. */
export function createClient(server: Server, options: ClientOptions): Client {
  const now = options.now ?? (() => performance.now());
  const report = options.onCall ?? (() => {});

  async function call<N extends CallName>(
    name: N,
    params: ParamsOf<N>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<ReplyOf<N>> {
    const request = buildRequest(server, name, params);
    const started = now();
    let status: number | undefined;
    const trace = (outcome: string): void =>
      report({
        ...traceOf(name, request, outcome),
        ...(status !== undefined && { status }),
        durationMs: now() - started,
      });
    try {
      const response = await options.transport.send(request, patience(name, signal));
      status = response.status;
      const reply = interpretResponse(name, response);
      trace(reply.messageKey ?? reply.returncode);
      return reply;
    } catch (error) {
      const failure = asBbbError(name, error);
      trace(failure.messageKey ?? failure.code);
      throw failure;
    }
  }

  function patience(name: CallName, signal: AbortSignal | undefined): AbortSignal {
    const effect = (calls[name] satisfies CallSpec as CallSpec).effect;
    const ms =
      effect === 'write' ? (options.timeouts?.write ?? 45_000) : (options.timeouts?.read ?? 8_000);
    const limit = AbortSignal.timeout(ms);
    return signal ? AbortSignal.any([signal, limit]) : limit;
  }

  function buildUrl(name: 'join', params: ParamsOf<'join'>): string {
    const request = buildRequest(server, name, params);
    report({ ...traceOf(name, request, 'handed_to_browser'), durationMs: 0 });
    return request.url;
  }

  return { server, call, buildUrl };
}

function traceOf(
  name: CallName,
  request: HttpRequest,
  outcome: string,
): Omit<CallTrace, 'durationMs'> {
  return { call: name, method: request.method, url: redactUrl(request.url), outcome };
}

/** Names the call on errors of the transport, which does not know it. */
function asBbbError(call: string, error: unknown): BbbError {
  if (!isBbbError(error)) {
    return new BbbError('unreachable', `${call} could not be sent`, { call, retryable: true });
  }
  if (error.call !== undefined) return error;
  const { code, retryable, messageKey } = error;
  return new BbbError(code, `${call} failed: ${error.message.replace(/^\[\w+\] /, '')}`, {
    call,
    retryable,
    messageKey,
  });
}
