import type { HookRegistry } from '../hooks/hook-registry.ts';
import type { Method, Profile } from '../profiles/profile.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { ServerState } from '../state/server-state.ts';
import { type Failure, failure, type Reply } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';

/** The server a call is made to. */
export interface SimulatedServer {
  state: ServerState;
  urls: PublicUrls;
  /** What the server itself signs with. */
  secret: string;
  /** Every secret that callers may sign with; the first one is `secret`. */
  secrets: readonly string[];
  profile: Profile;
  hooks: HookRegistry;
}

/** A request that was let through to its call. */
export interface CallRequest {
  method: Method;
  /** The name as it stood in the path. */
  callName: string;
  /** The query exactly as it stood in the request line. */
  rawQuery: string;
  /** Query and form body together. */
  params: Parameters;
  headers: Headers;
  /** Lower case, without parameters; '' when there is no body. */
  contentType: string;
  body: string;
  bytes: Uint8Array;
  /** The moment of the call; the state has been settled to it. */
  now: number;
}

/** What the request log wants to know; both are '' when an answer is not the API's own. */
interface Outcome {
  returncode: 'SUCCESS' | 'FAILED' | '';
  messageKey: string;
}

export interface Redirect extends Outcome {
  location: string;
  /** Set-Cookie value. */
  cookie?: string;
}

/** An answer that is neither the usual envelope nor a redirect. */
export interface RawAnswer extends Outcome {
  status: number;
  /** Content-Type header. */
  type: string;
  text: string;
}

export type Answer =
  /** The usual envelope; a cookie is a Set-Cookie value. */
  | { kind: 'reply'; reply: Reply; cookie?: string }
  | ({ kind: 'redirect' } & Redirect)
  | ({ kind: 'raw' } & RawAnswer)
  /** The page of a server that failed, or that has nothing at this address. */
  | { kind: 'error-page'; status: 404 | 500 }
  /** No answer at all, until the caller gives up. */
  | { kind: 'silence' };

/** One call of the API. A new call is one such object and one line in `calls.ts`. */
export interface Call {
  name: string;
  /** Of the newest single server; a profile may differ. */
  methods: readonly Method[];
  /**
   * Who may call: whoever signs with the secret, or whoever the call itself lets in, for a session
   * token or by rules of its own. Default `checksum`.
   */
  access?: 'checksum' | 'own';
  checksumMessage: string;
  /** Lists every constraint the parameters break; only one of them is reported. */
  violations(request: CallRequest, server: SimulatedServer): readonly Failure[];
  answer(request: CallRequest, server: SimulatedServer): Answer | Promise<Answer>;
  /** Answers a violation; without it the answer is the usual failure. */
  refuse?(violation: Failure, request: CallRequest, server: SimulatedServer): Answer;
}

export function reply(content: Reply): Answer & { kind: 'reply' } {
  return { kind: 'reply', reply: content };
}

export function fail(key: string, message: string): Answer & { kind: 'reply' } {
  return reply(failure({ key, message }));
}

/** Makes an answer in JSON, whatever the caller accepts. */
export function json(body: unknown, { returncode, messageKey }: Outcome, status = 200): Answer {
  const type = 'application/json;charset=utf-8';
  return { kind: 'raw', status, type, text: JSON.stringify(body), returncode, messageKey };
}
