import type { FieldSpecs } from './field-kinds.ts';
import type { ParamSpecs, PrefixSpec } from './param-kinds.ts';

/** One entry of the BigBlueButton API, as plain data that any language can read. */
export interface CallSpec {
  /** Spelling in the URL after `api/`, and the first part of what is hashed. */
  readonly name: string;
  /** First sentence of the reference page. */
  readonly summary: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** Who may call: `checksum` signs with the shared secret. */
  readonly auth: 'checksum';
  /** Which endpoint group's hash algorithms apply. */
  readonly hashGroup: 'api' | 'hooks';
  /** `read` may be repeated freely; `write` changes something; `browser` is opened by a participant. */
  readonly effect: 'read' | 'write' | 'browser';
  /** First release known to answer it; absent means always. */
  readonly since?: string;
  readonly params: ParamSpecs;
  /** Families of parameters whose names end in a free part, such as `meta_…`. */
  readonly prefixes?: readonly PrefixSpec[];
  /** Fields of a SUCCESS reply beside `returncode`, `messageKey` and `message`. */
  readonly reply: FieldSpecs;
  /** Message keys with which FAILED is an answer (an empty list), not an error. */
  readonly answers?: readonly string[];
  /** Where the published documents and the servers disagree, and what was verified. */
  readonly notes?: readonly string[];
}

/** Returns the entry unchanged; it exists so that names and kinds stay literal types. */
export function defineCall<const C extends CallSpec>(call: C): C {
  return call;
}
