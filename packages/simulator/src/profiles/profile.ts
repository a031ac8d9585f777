import type { HashAlgorithm } from '../wire/checksum.ts';
import type { BalancerRules } from './balancer-rules.ts';
import type { MeetingRules } from './meeting-rules.ts';
import type { RecordingRules } from './recording-rules.ts';
import type { SeatRules } from './seat-rules.ts';
import type { WebhooksRules } from './webhooks.ts';

export type ProfileName = 'bigbluebutton-2.7' | 'bigbluebutton-3.0' | 'integration' | 'scalelite';

export type Method = 'GET' | 'POST';

/**
 * How one family of servers behaves where a client can tell. Plain data: a handler asks for one
 * named behaviour, never for the name of a profile or a version.
 */
export interface Profile {
  readonly name: ProfileName;
  /** Path in front of `/api`, with a slash at its beginning and none at its end. */
  readonly basePath: string;
  /** Which checksums the API accepts; their length tells them apart. */
  readonly hashAlgorithms: readonly HashAlgorithm[];
  /** Whether a checksum in capitals is as good as one in small letters. */
  readonly checksumCase: 'any' | 'lower';
  /** What a second `checksum` does: it is refused for every call, or only the first one counts. */
  readonly secondChecksum: 'refused' | 'ignored';
  /** Whether the hash covers the query as sent, or re-encoded as a form (`%20` then never fits). */
  readonly signedQuery: 'as-sent' | 're-encoded';
  /** Calls that the catalogue knows and this server does not have. */
  readonly missingCalls: readonly string[];
  /** How a call that does not exist is answered. */
  readonly unknownCall: 'error-page' | 'unsupportedRequest';
  /** Methods of calls for which this family differs from the newest single server; '' is the index. */
  readonly methods: Readonly<Record<string, readonly Method[]>>;
  /** Whether failures and the index come as JSON to callers who ask for it. */
  readonly formats: 'xml-or-json' | 'xml';
  /** Content type of answers in XML, without the character set. */
  readonly xmlType: 'text/xml' | 'application/xml';
  /** Whether the index is at the base path too, or only at `/api` below it. */
  readonly indexAt: 'base' | 'api';
  /** What the index tells, in this order. */
  readonly indexFields: readonly IndexField[];
  /** How live meetings are treated. */
  readonly meetings: MeetingRules;
  /** How meetings share the connections of the account; absent where they reserve none. */
  readonly seats?: SeatRules;
  /** How a balancer stands in front of the servers; absent where there is none. */
  readonly balancer?: BalancerRules;
  /** How recordings are treated. */
  readonly recordings: RecordingRules;
  /** The webhooks service, which only matters where `hooks/…` are not missing. */
  readonly webhooks: WebhooksRules;
}

export type IndexField =
  | 'version'
  | 'apiVersion'
  | 'bbbVersion'
  | 'graphqlWebsocketUrl'
  | 'graphqlApiUrl'
  | 'build';
