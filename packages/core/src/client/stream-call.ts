import type { ParamsOf } from '../catalogue/types.ts';
import { BbbError, isBbbError } from '../errors/index.ts';
import { buildRequest, type HttpRequest, type RequestTarget } from '../request/build-request.ts';
import { redactUrl } from '../request/redact-url.ts';
import type { StreamedCall } from '../response/stream-list.ts';
import { type ItemStream, type StreamedItem, streamItems } from '../response/stream-reply.ts';
import type { StreamedResponse, Transport } from './transport.ts';

/** What a client hands to each streamed call; a part of its own options. */
export interface StreamOptions {
  readonly transport: Transport;
  /** Patience in ms: `read` for the first and for every further part of the reply (8 s). */
  readonly timeouts?: { readonly read?: number };
  readonly onCall?: (trace: StreamTrace) => void;
  readonly now?: () => number;
}

/** What happened to one streamed call; safe to log. */
export interface StreamTrace {
  readonly call: string;
  readonly method: string;
  /** Redacted. */
  readonly url: string;
  readonly status?: number;
  /** `SUCCESS`, the server's message key, an error code, or `left_early`. */
  readonly outcome: string;
  readonly durationMs: number;
}

export interface StreamCallOptions {
  readonly signal?: AbortSignal;
  /** Most bytes of the reply; default 64 MiB. */
  readonly maxBytes?: number;
}

/**
 * Sends a list call and hands its items out as they arrive; see `streamItems`. The request goes
 * out when reading starts, and leaving the loop early ends it.
 *
 * Throws `invalid_params` and `not_supported` at once; the stream throws every other code. Time
 * spent on an item by the reader does not count as the server's.
 */
export function streamCall<N extends StreamedCall>(
  server: RequestTarget,
  options: StreamOptions,
  name: N,
  params: ParamsOf<N>,
  call: StreamCallOptions = {},
): ItemStream<N> {
  const request = buildRequest(server, name, params);
  let stream: ItemStream<N> | undefined;
  const items = readCall();
  return {
    get rest() {
      return stream?.rest;
    },
    [Symbol.asyncIterator]: () => items,
  };

  async function* readCall(): AsyncGenerator<StreamedItem<N>, void, undefined> {
    const now = options.now ?? (() => performance.now());
    const started = now();
    const patience = startPatience(options.timeouts?.read ?? 8_000, call.signal);
    let status: number | undefined;
    let outcome = 'left_early';
    try {
      const response = await patience.waitFor(() =>
        open(options.transport, request, patience.signal),
      );
      status = response.status;
      const { maxBytes } = call;
      stream = streamItems(name, patience.watch(response.body), {
        status,
        ...(maxBytes !== undefined && { maxBytes }),
      });
      yield* stream;
      outcome = stream.rest?.messageKey ?? 'SUCCESS';
    } catch (error) {
      const failure = named(name, error);
      outcome = failure.messageKey ?? failure.code;
      throw failure;
    } finally {
      options.onCall?.({
        call: name,
        method: request.method,
        url: redactUrl(request.url),
        ...(status !== undefined && { status }),
        outcome,
        durationMs: now() - started,
      });
    }
  }
}

async function open(
  transport: Transport,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<StreamedResponse> {
  if (transport.openStream) return transport.openStream(request, signal);
  const { body, ...head } = await transport.send(request, signal);
  return { ...head, body: inOnePart(body) };
}

async function* inOnePart(body: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield body;
}

interface Patience {
  readonly signal: AbortSignal;
  /** Waits for one part; aborts when it takes too long. */
  waitFor<T>(part: () => Promise<T>): Promise<T>;
  /** Hands on what comes, waiting for each part anew. */
  watch(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined>;
}

/** A long list may take minutes in all; what is limited is the silence between its parts. */
function startPatience(ms: number, signal: AbortSignal | undefined): Patience {
  const late = new AbortController();
  async function waitFor<T>(part: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => late.abort(), ms);
    try {
      return await part();
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    waitFor,
    async *watch(body) {
      const parts = body[Symbol.asyncIterator]();
      let ended = false;
      try {
        while (!ended) {
          const part = await waitFor(() => parts.next());
          ended = part.done === true;
          if (!part.done) yield part.value;
        }
      } finally {
        if (!ended) await parts.return?.();
      }
    },
  };
}

/** Names the call on errors of the transport, which does not know it. */
function named(call: string, error: unknown): BbbError {
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
