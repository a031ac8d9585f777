import type { BodyOf, CallName, ParamsOf, ReplyOf } from '../catalogue/types.ts';
import { buildRequest, type HttpRequest } from '../request/build-request.ts';
import { requestToSend } from '../request/request-to-send.ts';
import type { StreamedCall } from '../response/stream-list.ts';
import type { ItemStream } from '../response/stream-reply.ts';
import { type CallTrace, traceOf } from './call-trace.ts';
import { type CarefulTools, createWithCare, endWithCare } from './careful-writes.ts';
import { freezeDeeply } from './freeze-deeply.ts';
import { isRead, type Timeouts } from './patience.ts';
import { type Recording, type RecordingFilter, recordingPages } from './recording-pages.ts';
import { type RetryLimits, type RetryTools, sleepFor, withRetries } from './retry.ts';
import { type Outcome, sendCall } from './send-call.ts';
import type { Server } from './server.ts';
import { sharedReads } from './shared-reads.ts';
import { statusCache } from './status-cache.ts';
import { streamCall, type StreamCallOptions } from './stream-call.ts';
import type { Transport } from './transport.ts';

export type { CallTrace } from './call-trace.ts';

export interface ClientOptions {
  readonly transport: Transport;
  /** Patience in ms: `write` for calls that change something (45 s), `read` for others (8 s). */
  readonly timeouts?: Timeouts;
  /** When reads are tried again; writes never are without a look at what they did. */
  readonly retries?: RetryLimits;
  /**
   * How long an answer about the state of a meeting may be given again, in ms. Default 0: never.
   * Anything this client changes ends it at once.
   */
  readonly statusCacheMs?: number;
  readonly onCall?: (trace: CallTrace) => void;
  /** Milliseconds from any start, for durations and ages. */
  readonly now?: () => number;
  /** From 0 up to 1, for pauses between tries. */
  readonly random?: () => number;
  /** Waits between tries; it may end early, rejecting, when the signal aborts. */
  readonly sleep?: RetryTools['sleep'];
}

/** What a call takes beside its parameters; only calls with a POST body take one. */
export interface CallOptions<N extends CallName> {
  readonly signal?: AbortSignal;
  readonly body?: BodyOf<N>;
}

export interface Client {
  readonly server: Server;
  /**
   * Sends a call and answers its typed reply. Throws BbbError with one of the closed codes;
   * `invalid_params` and `not_supported` come before any request.
   *
   * Equal reads at the same time are one request, and one reply, frozen. Reads are repeated when that may help. A lost
   * answer to `create` or `end` is replaced by a look at the meeting, where it tells enough.
   */
  call<N extends CallName>(
    name: N,
    params: ParamsOf<N>,
    options?: CallOptions<N>,
  ): Promise<ReplyOf<N>>;
  /** Hands out the items of a list while they arrive; see `streamItems`. */
  stream<N extends StreamedCall>(
    name: N,
    params: ParamsOf<N>,
    options?: StreamCallOptions,
  ): ItemStream<N>;
  /** Hands out recordings one by one, page by page where the server knows pages. */
  recordings(
    filter?: RecordingFilter,
    options?: { readonly signal?: AbortSignal; /** 1 to 100. */ readonly pageSize?: number },
  ): AsyncIterable<Recording>;
  /** Builds a signed URL for the browser of one participant (`join`). */
  buildUrl(name: 'join', params: ParamsOf<'join'>): string;
}

/** Creates a client for one server over a transport. */
export function createClient(server: Server, options: ClientOptions): Client {
  const { transport, timeouts = {}, retries = {}, statusCacheMs = 0 } = options;
  const now = options.now ?? (() => performance.now());
  const report = options.onCall ?? (() => {});
  const retry = { sleep: options.sleep ?? sleepFor, random: options.random ?? Math.random, now };
  const send = sendCall(transport, timeouts, report, now);
  const shared = sharedReads();
  const cache = statusCache(statusCacheMs, now);

  async function call<N extends CallName>(
    name: N,
    params: ParamsOf<N>,
    { signal, body }: CallOptions<N> = {},
  ): Promise<ReplyOf<N>> {
    const request = requestToSend(server, name, params, body);
    const outcome = isRead(name)
      ? await read(name, request, signal)
      : await write(name, params, request, signal);
    if (outcome.ok) return outcome.reply as ReplyOf<N>;
    throw outcome.failure;
  }

  async function read(
    name: CallName,
    request: HttpRequest,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<unknown>> {
    const key = request.url;
    const kept = cache.find(key);
    if (kept !== undefined) return kept;
    return shared.join(name, key, signal, async (stop) => {
      const { begun } = cache;
      const outcome = await tried(name, request, stop);
      if (outcome.ok) freezeDeeply(outcome.reply);
      cache.keep(name, key, outcome, begun);
      return outcome;
    });
  }

  function tried<N extends CallName>(
    name: N,
    request: HttpRequest,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<ReplyOf<N>>> {
    return withRetries(() => send(name, request, signal), retries, retry, signal);
  }

  async function write(
    name: CallName,
    params: unknown,
    request: HttpRequest,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<unknown>> {
    try {
      if (name === 'create') {
        return await createWithCare(params as ParamsOf<'create'>, request, signal, careful);
      }
      return name === 'end'
        ? await endWithCare(params as ParamsOf<'end'>, request, signal, careful)
        : await send(name, request, signal);
    } finally {
      // What was read before this change may be wrong now.
      cache.forget();
      shared.forget();
    }
  }

  const careful: CarefulTools = {
    send,
    look: (meetingID, signal) =>
      tried('getMeetingInfo', buildRequest(server, 'getMeetingInfo', { meetingID }), signal),
    retry,
  };

  return {
    server,
    call,
    stream: (name, params, streamOptions) =>
      streamCall(server, { transport, timeouts, onCall: report, now }, name, params, streamOptions),
    recordings(filter = {}, { signal, pageSize = 100 } = {}) {
      const also = signal ? { signal } : {};
      return server.dialect.supportsRecordingPaging
        ? recordingPages((page) => call('getRecordings', page, also), filter, pageSize)
        : streamCall(
            server,
            { transport, timeouts, onCall: report, now },
            'getRecordings',
            filter as ParamsOf<'getRecordings'>,
            also,
          );
    },
    buildUrl(name, params) {
      const request = buildRequest(server, name, params);
      report({ ...traceOf(name, request, 'handed_to_browser'), durationMs: 0 });
      return request.url;
    },
  };
}
