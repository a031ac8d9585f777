import { XMLParser } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import type { FieldSpecs } from '../catalogue/index.ts';
import { isTextWithAttributes } from '../catalogue/index.ts';

/** Most bytes of a reply that are read; larger ones are refused before parsing. */
export const maxReplyBytes = 32 * 1024 * 1024;

/** Deepest nesting of elements that is read; replies have ten levels at most. */
export const maxDepth = 32;

/**
 * An element as read: text, or children by `$name` and attributes by `@name`. The `$` keeps a
 * user's `<constructor>` or `<__proto__>` plain data.
 */
export type XmlElement = string | { readonly [name: string]: XmlElement | readonly XmlElement[] };

/** Words for a refusal that only a document type earns: inside CDATA the same letters are text. */
export const documentType = 'a document type (HTML page or entities)';

/** Why a document was refused, in words for developers. */
export class XmlRefused extends Error {}

/**
 * Parses a reply into its `response` element.
 *
 * Refuses broken UTF-8, a DOCTYPE (entities are the way to attack a parser), anything that is not
 * one whole well-formed document, and nesting deeper than any reply has. saxes decides what is
 * well-formed, because fast-xml-parser accepts truncated and mismatched documents.
 */
export function parseXml(body: Uint8Array, reply: FieldSpecs): XmlElement {
  const text = replyText(body);
  if (/^\s*<!doctype/i.test(text)) throw new XmlRefused(documentType);
  // Servers behind balancers put line breaks before the XML declaration.
  const document = text.trimStart();
  requireWellFormed(document);
  const tree = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    maxNestedTags: maxDepth,
    jPath: true,
    // The parser transforms the name of a self-closed element with attributes twice.
    transformTagName: (name) => (name.startsWith('$') ? name : `$${name}`),
    isArray: isListPath(reply),
    processEntities: { enabled: true, maxTotalExpansions: 1_000_000 },
  }).parse(document) as Record<string, XmlElement>;
  const root = tree['$response'];
  if (root === undefined) throw new XmlRefused('another root element than response');
  return root;
}

/** Decodes a body, refusing one that is over the cap, broken UTF-8 or empty. */
export function replyText(body: Uint8Array): string {
  if (body.byteLength > maxReplyBytes) throw new XmlRefused('more than 32 MiB');
  const text = decode(body);
  if (text.trim() === '') throw new XmlRefused('an empty body');
  return text;
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new XmlRefused('broken UTF-8');
  }
}

function requireWellFormed(document: string): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('opentag', () => {
    if (++depth > maxDepth) throw new XmlRefused('too deeply nested XML');
  });
  parser.on('closetag', () => {
    depth--;
  });
  parser.on('doctype', () => {
    throw new XmlRefused(documentType);
  });
  parser.on('error', (error) => {
    // The parser's message quotes the document, which may hold names and links.
    throw new XmlRefused('malformed or truncated XML', { cause: error.name });
  });
  parser.write(document).close();
}

/** Tells lists by their path, never by name: `recording` is a flag in one call and an item in another. */
function isListPath(
  reply: FieldSpecs,
): (name: string, path: unknown, leaf: boolean, attribute: boolean) => boolean {
  const paths = new Set<string>();
  const walk = (fields: FieldSpecs, at: string): void => {
    for (const [name, spec] of Object.entries(fields)) {
      const path = `${at}.$${name}`;
      if (spec.kind === 'object') walk(spec.fields, path);
      if (spec.kind === 'texts') paths.add(path);
      if (spec.kind === 'list') {
        paths.add(`${path}.$${spec.item}`);
        if (!isTextWithAttributes(spec.of)) walk(spec.of, `${path}.$${spec.item}`);
      }
    }
  };
  walk(reply, '$response');
  paths.add('$response.$errors.$error');
  return (_name, path, _leaf, attribute) => !attribute && paths.has(String(path));
}
