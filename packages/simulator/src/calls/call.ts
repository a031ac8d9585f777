import type { Profile } from '../profiles/profile.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { ServerState } from '../state/server-state.ts';
import { type Failure, failure, type Reply } from '../wire/envelopes.ts';
import type { Parameters } from '../wire/raw-query.ts';

/** The server a call is made to. */
export interface SimulatedServer {
  state: ServerState;
  urls: PublicUrls;
  secret: string;
  profile: Profile;
}

/** A call whose checksum is right. */
export interface CallRequest {
  /** Query and form body together. */
  params: Parameters;
  /** Lower case, without parameters; '' when there is no body. */
  contentType: string;
  body: string;
  /** The moment of the call; the state has been settled to it. */
  now: number;
}

export interface Redirect {
  location: string;
  /** Set-Cookie value. */
  cookie?: string;
  returncode: 'SUCCESS' | 'FAILED';
  messageKey: string;
}

export type Answer = { kind: 'reply'; reply: Reply } | ({ kind: 'redirect' } & Redirect);

/** One call of the API. A new call is one such object and one line in `routes.ts`. */
export interface Call {
  name: string;
  methods: readonly ('GET' | 'POST')[];
  checksumMessage: string;
  /** Lists every constraint the parameters break; only one of them is reported. */
  violations(request: CallRequest, server: SimulatedServer): readonly Failure[];
  answer(request: CallRequest, server: SimulatedServer): Answer;
  /** Answers a violation; without it the answer is the usual failure. */
  refuse?(violation: Failure, request: CallRequest, server: SimulatedServer): Answer;
}

export function reply(content: Reply): Answer {
  return { kind: 'reply', reply: content };
}

export function fail(key: string, message: string): Answer {
  return reply(failure({ key, message }));
}
