export type DeliveryKind =
  | 'end-callback'
  | 'meeting-ended-url'
  | 'recording-ready'
  | 'analytics'
  | 'document'
  | 'webhook';

/** One HTTP request that a server makes to somebody else. */
export interface OutboundRequest {
  kind: DeliveryKind;
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Sends the shared secret itself as bearer token; it is never kept with the request. */
  withSecret?: boolean;
  followsRedirects: boolean;
}

/** How often and when a request is sent. */
export interface DeliveryPlan {
  request: OutboundRequest;
  /** Milliseconds before the second attempt, the third, and so on; empty for a single attempt. */
  waits: readonly number[];
  /** Milliseconds between further attempts without end; absent when it gives up after the waits. */
  thenEvery?: number;
  /** Whether 401 counts as success besides 2xx. */
  acceptsUnauthorized: boolean;
  /** Deliveries of one lane go one after another, in the order they were added. */
  lane?: string;
  /** The hook an event is delivered to. */
  hookID?: string;
}

/** What an attempt brought: a status, or why there was none. */
export type Outcome = number | 'timeout' | 'unreachable' | 'bad_url' | 'outbound_not_allowed';

export type DeliveryState = 'pending' | 'delivered' | 'given_up';

/** A delivery as the log shows it: nothing in it is worth stealing. */
export interface LoggedDelivery {
  kind: DeliveryKind;
  method: string;
  /** With every value masked that may be secret. */
  url: string;
  state: DeliveryState;
  attempts: readonly { readonly at: number; readonly outcome: Outcome }[];
  /** Epoch milliseconds; absent when no further attempt is planned. */
  nextAttemptAt?: number;
}
