import { XMLParser } from 'fast-xml-parser';
import { documentType, maxDepth, strictParser } from './strict-parser.ts';
import { XmlRefused } from './xml-refused.ts';
import { type XmlElement, XmlTree } from './xml-tree.ts';

export type { XmlElement } from './xml-tree.ts';

/** Most bytes of a reply that are read; larger ones are refused before parsing. */
export const maxReplyBytes = 32 * 1024 * 1024;

/** Most bytes of a reply that is no success, and in which a success must have said that it is one. */
export const maxEnvelopeBytes = 1024 * 1024;

/**
 * Most bytes that are left to fast-xml-parser: envelopes and single meetings. For each element it
 * takes several times as long as the strict parser, which long lists would make felt.
 */
const maxShortBytes = 4096;

/** The outermost element by its name; a whole document has one. */
type Tree = Readonly<Record<string, XmlElement>>;

interface Reading {
  /** Whether the reply may have no returncode, so that none is waited for. */
  readonly mayLackReturncode?: boolean | undefined;
}

/**
 * Parses a reply into its `response` element.
 *
 * Refuses broken UTF-8, a DOCTYPE, anything that is not one whole well-formed document, nesting
 * deeper than any reply has, and a returncode after the first MiB. The strict parser goes over every
 * document, because fast-xml-parser accepts truncated and mismatched ones.
 */
export function parseXml(body: Uint8Array, reading: Reading = {}): XmlElement {
  const text = replyText(body);
  if (/^\s*<!doctype/i.test(text)) throw new XmlRefused('doctype', documentType);
  // Servers behind balancers put line breaks before the XML declaration.
  const document = text.trimStart();
  const tree =
    body.byteLength > maxShortBytes || hasAttributes(document)
      ? strictTree(document, reading.mayLackReturncode ? document.length : earlyLength(body))
      : plainTree(document);
  const root = tree['$response'];
  if (root === undefined) throw new XmlRefused('wrong_root', 'another root element than response');
  return root;
}

/** Decodes a body, refusing one that is over the cap, broken UTF-8 or empty. */
export function replyText(body: Uint8Array): string {
  if (body.byteLength > maxReplyBytes) throw new XmlRefused('too_large', 'more than 32 MiB');
  const text = decode(body);
  if (text.trim() === '') throw new XmlRefused('empty', 'an empty body');
  return text;
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new XmlRefused('malformed', 'broken UTF-8');
  }
}

/** Gives how much of the document lies within the first MiB of its body, in characters. */
function earlyLength(body: Uint8Array): number {
  // Streaming leaves out a character that the border cuts.
  const text = new TextDecoder().decode(body.subarray(0, maxEnvelopeBytes), { stream: true });
  return text.trimStart().length;
}

/** Builds the tree while the strict parser goes over the document. */
function strictTree(document: string, early: number): Tree {
  const tree = new XmlTree();
  const parser = strictParser(tree);
  parser.write(document.slice(0, early));
  if (early < document.length && !tree.hasRead('returncode')) {
    throw new XmlRefused('no_returncode', 'no returncode in the first MiB');
  }
  parser.write(document.slice(early));
  parser.close();
  return tree.document as Tree;
}

/**
 * Tells whether a whole document has attributes. fast-xml-parser leaves line breaks in them, where
 * every other reader of XML finds blanks.
 */
function hasAttributes(document: string): boolean {
  let found = false;
  const parser = strictParser({
    open: (_name, attributes) => {
      found ||= Object.keys(attributes).length > 0;
    },
    text() {},
    close() {},
  });
  parser.write(document);
  parser.close();
  return found;
}

/** Lets fast-xml-parser build the tree of a document in which the strict parser found no fault. */
function plainTree(document: string): Tree {
  return new XMLParser({
    parseTagValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    maxNestedTags: maxDepth,
    jPath: false,
    // The parser transforms the name of a self-closed element twice.
    transformTagName: (name) => (name.startsWith('$') ? name : `$${name}`),
    processEntities: { enabled: true, maxTotalExpansions: maxShortBytes },
  }).parse(document) as Tree;
}
