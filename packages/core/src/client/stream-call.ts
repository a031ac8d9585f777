import type { ParamsOf } from '../catalogue/types.ts';
import { buildRequest, type HttpRequest, type RequestTarget } from '../request/build-request.ts';
import type { StreamedCall } from '../response/stream-list.ts';
import { type ItemStream, type StreamedItem, streamItems } from '../response/stream-reply.ts';
import { type CallTrace, traceOf } from './call-trace.ts';
import type { Timeouts } from './patience.ts';
import { asBbbError } from './send-call.ts';
import type { StreamedResponse, Transport } from './transport.ts';

/** What a client hands to each streamed call; a part of its own options. */
export interface StreamOptions {
  readonly transport: Transport;
  /** What limits a read limits the wait for the first and for every further part of a reply. */
  readonly timeouts?: Timeouts;
  readonly onCall?: (trace: CallTrace) => void;
  readonly now?: () => number;
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
    const { calls, read = 8_000 } = options.timeouts ?? {};
    const patience = startPatience(calls?.[name] ?? read, call.signal);
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
      const failure = asBbbError(name, error);
      outcome = failure.messageKey ?? failure.code;
      throw failure;
    } finally {
      options.onCall?.({
        ...traceOf(name, request, outcome),
        ...(status !== undefined && { status }),
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
