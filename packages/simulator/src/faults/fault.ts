import {
  flag,
  kindOf,
  listOf,
  object,
  oneOf,
  optional,
  otherwise,
  text,
  textsByName,
  wholeNumber,
  word,
} from '../input/readers.ts';
import type { Accepted, Read, Reader } from '../input/readers.ts';

const errorStatus = oneOf(400, 401, 403, 404, 413, 429, 500, 502, 503, 504);
const anyStatus = wholeNumber({ min: 200, max: 599 });
/** Whether the call does its work although its answer is spoilt. */
const takesEffect = otherwise(flag, false);

/** What the answer to a call may be spoilt by: a closed list, each kind with its parameters. */
const kinds = {
  /** The true answer, late: as a whole, or its body after the head. */
  slow: object({
    kind: oneOf('slow'),
    delayMs: wholeNumber({ min: 1, max: 86_400_000 }),
    clock: otherwise(oneOf('injected', 'real'), 'injected'),
    from: otherwise(oneOf('head', 'body'), 'head'),
  }),
  /** The connection breaks. */
  reset: object({
    kind: oneOf('reset'),
    when: otherwise(oneOf('before-answer', 'after-head', 'half-body'), 'before-answer'),
    takesEffect,
  }),
  /** Nothing comes until the caller gives up. */
  'no-answer': object({ kind: oneOf('no-answer'), takesEffect }),
  /** The HTML page of a proxy in front of the server. */
  'error-page': object({
    kind: oneOf('error-page'),
    status: otherwise(errorStatus, 502),
    title: optional(text({ min: 1, max: 200 })),
    takesEffect,
  }),
  /** A refusal in the server's own form, with any key and status. */
  refusal: object({
    kind: oneOf('refusal'),
    key: otherwise(text({ max: 100 }), ''),
    message: otherwise(text({ max: 1_000 }), ''),
    /** A: messageKey and message; B: a list of errors; C: a message alone. */
    envelope: otherwise(oneOf('A', 'B', 'C'), 'A'),
    returncode: otherwise(oneOf('FAILED', 'ERROR', 'FAILURE'), 'FAILED'),
    status: otherwise(anyStatus, 200),
  }),
  /** A refusal before the API is reached. */
  unauthorized: object({
    kind: oneOf('unauthorized'),
    status: otherwise(oneOf(401, 403), 401),
    format: otherwise(oneOf('text', 'json', 'html'), 'text'),
  }),
  /** A browser sent away with the reason in the query, as `join` does. */
  'error-redirect': object({
    kind: oneOf('error-redirect'),
    key: text({ min: 1, max: 100 }),
    message: otherwise(text({ max: 1_000 }), ''),
    to: optional(text({ min: 1, max: 2_000 })),
  }),
  /** Another address, by default the same one with https and without its query. */
  redirect: object({
    kind: oneOf('redirect'),
    status: otherwise(oneOf(301, 302, 307, 308), 301),
    to: optional(text({ min: 1, max: 2_000 })),
    keepsQuery: otherwise(flag, false),
  }),
  /** SUCCESS, and nothing has happened. */
  'hollow-success': object({
    kind: oneOf('hollow-success'),
    fields: otherwise(textsByName, {}),
  }),
  /** A body far larger than any real one. */
  'large-body': object({
    kind: oneOf('large-body'),
    bytes: otherwise(wholeNumber({ min: 1, max: 1_000_000_000 }), 30_000_000),
    announced: otherwise(flag, false),
  }),
  /** A document type that a careless parser acts upon. */
  doctype: object({
    kind: oneOf('doctype'),
    variant: otherwise(oneOf('entity-bomb', 'external-entity', 'harmless'), 'entity-bomb'),
  }),
  'empty-body': object({
    kind: oneOf('empty-body'),
    status: otherwise(oneOf(200, 202, 204, 500, 502, 503), 200),
    takesEffect,
  }),
  /** The true answer, cut off after so many bytes without a word about it. */
  truncated: object({ kind: oneOf('truncated'), atByte: wholeNumber({ min: 0 }) }),
  /** The true answer with bytes in it that are no UTF-8. */
  'broken-utf8': object({ kind: oneOf('broken-utf8') }),
  'wrong-root': object({
    kind: oneOf('wrong-root'),
    root: otherwise(word, 'answer'),
  }),
  'missing-returncode': object({ kind: oneOf('missing-returncode') }),
  /** The true answer without some of its elements. */
  'missing-elements': object({
    kind: oneOf('missing-elements'),
    names: listOf(word, { max: 100 }),
  }),
  /** The true answer with an XML declaration behind a blank line, and CRLF between lines. */
  crlf: object({ kind: oneOf('crlf') }),
  /** The true answer with its texts in CDATA sections. */
  cdata: object({ kind: oneOf('cdata') }),
  /** A body that claims to be compressed and is not. */
  'broken-gzip': object({ kind: oneOf('broken-gzip') }),
} as const;

export type FaultKind = keyof typeof kinds;

export type FaultOf<Kind extends FaultKind> = Read<(typeof kinds)[Kind]>;

/** One way to spoil an answer. */
export type Fault = { [Kind in FaultKind]: FaultOf<Kind> }[FaultKind];

/** A fault as a caller writes it: what has a default may be left out. */
export type FaultInput = { [Kind in FaultKind]: Accepted<(typeof kinds)[Kind]> }[FaultKind];

export const faultKinds = Object.keys(kinds) as readonly FaultKind[];

/** Reads a fault. Errors: InputError. */
export const readFault: Reader<Fault, FaultInput> = (value, path) =>
  kinds[kindOf(faultKinds)(value, path)](value, path);
