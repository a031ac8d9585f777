import type { BbbErrorCode } from '../errors/codes.ts';
import type { BodySpec } from './body-kinds.ts';
import type { FieldSpecs } from './field-kinds.ts';
import type { ParamSpecs, PrefixSpec } from './param-kinds.ts';

/** One entry of the BigBlueButton API, as plain data that any language can read. */
export interface CallSpec {
  /** Spelling in the URL after `api/`, and the first part of what is hashed. */
  readonly name: string;
  /** Spelling in the URL where it differs from the name. */
  readonly path?: string;
  /** First sentence of the reference page. */
  readonly summary: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** Who may call: `checksum` signs with the shared secret, `session` needs a sessionToken. */
  readonly auth: 'checksum' | 'session' | 'none';
  /** Which endpoint group's hash algorithms apply. */
  readonly hashGroup: 'api' | 'hooks';
  /** `read` may be repeated freely; `write` changes something; `browser` is opened by a participant. */
  readonly effect: 'read' | 'write' | 'browser';
  /** `json` calls may answer their errors, or everything on old servers, as XML. */
  readonly format: 'xml' | 'json';
  /** First release known to answer it; absent means always. */
  readonly since?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  /** Capability a server must have; elsewhere the call is refused before sending. */
  readonly needs?: string;
  /** Capability without which a server answers the call to browsers only. */
  readonly answerNeeds?: string;
  /** The name is not confirmed: a server's settings may give another. */
  readonly nameConfigurable?: true;
  readonly params: ParamSpecs;
  /** Groups of parameters of which at most one is sent. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Groups of parameters of which at least one is sent. */
  readonly atLeastOne?: readonly (readonly [string, ...string[]])[];
  /** Families of parameters whose names end in a free part, such as `meta_…`. */
  readonly prefixes?: readonly PrefixSpec[];
  readonly body?: BodySpec;
  /** Fields of a SUCCESS reply beside `returncode`, `messageKey` and `message`. */
  readonly reply: FieldSpecs;
  /** Some servers send no `returncode`; then it counts as SUCCESS. */
  readonly mayLackReturncode?: true;
  /** Message keys with which FAILED is an answer (an empty list), not an error. */
  readonly answers?: readonly string[];
  /** Message keys with which SUCCESS is a failure. */
  readonly refusals?: readonly string[];
  /** What a message key means here, where that is not what it means elsewhere. */
  readonly keyCodes?: Readonly<Record<string, BbbErrorCode>>;
  /** Where the published documents and the servers disagree, and what was verified. */
  readonly notes?: readonly string[];
}

/** Returns the entry unchanged; it exists so that names and kinds stay literal types. */
export function defineCall<const C extends CallSpec>(call: C): C {
  return call;
}
