import type { Profile } from '../profiles/profile.ts';
import type { MeetingDocument } from '../state/documents.ts';
import { parseXml, type XmlNode } from '../wire/parse-xml.ts';
import { type Answer, fail } from './call.ts';
import { type DocumentFault, documentFrom } from './sent-document.ts';

/** What the XML body of `create` or `insertDocument` brings. */
export interface SentModules {
  documents: readonly MeetingDocument[];
  /** What is wrong with documents that were left out, each fault once. */
  faults: ReadonlySet<DocumentFault>;
  /** Modules other than documents, as they came. */
  others: readonly { name: string; content: string }[];
}

const nothing: SentModules = { documents: [], faults: new Set(), others: [] };

/**
 * Reads the modules of a request body; undefined for malformed XML. Bodies of other types bring
 * none. Source: API documentation, `create`, "Pre-upload Slides".
 */
export function modulesIn(contentType: string, body: string): SentModules | undefined {
  if (!contentType.endsWith('/xml') || body.trim() === '') return nothing;
  const root = parseXml(body);
  if (root === undefined) return undefined;
  const modules = named(root, 'module');
  const sent = modules
    .filter((module) => module.attributes.get('name') === 'presentation')
    .flatMap((module) => named(module, 'document'))
    .map(documentFrom);
  return {
    documents: presentedFirst(sent.filter((document) => typeof document === 'object')),
    faults: new Set(sent.filter((document) => typeof document === 'string')),
    others: modules.flatMap(({ attributes, text }) => {
      const name = attributes.get('name') ?? '';
      return name === '' || name === 'presentation' ? [] : [{ name, content: text.trim() }];
    }),
  };
}

/** Answers a body that is malformed XML; older servers fail on it. */
export function malformedXml({ meetings }: Profile): Answer {
  return meetings.malformedXml === 'refused'
    ? fail('malformedXml', 'The request body contains malformed XML.')
    : { kind: 'error-page', status: 500 };
}

/** Only the first document that asks to be presented is, and it moves to the front. */
export function presentedFirst(documents: readonly MeetingDocument[]): MeetingDocument[] {
  const chosen = documents.find(({ current }) => current);
  if (chosen === undefined) return [...documents];
  const others = documents.filter((document) => document !== chosen);
  return [chosen, ...others.map((document) => ({ ...document, current: false }))];
}

function named(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}
