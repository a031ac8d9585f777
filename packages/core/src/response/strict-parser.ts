import { SaxesParser } from 'saxes';
import { XmlRefused } from './xml-refused.ts';

/** Deepest nesting of elements that is read; replies have ten levels at most. */
export const maxDepth = 32;

/** What a reader makes of the elements of a document, in their order. */
export interface ElementEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Takes text or CDATA; the text of one element may come in several parts. */
  text(text: string): void;
  close(): void;
}

/** Goes over a document given as pieces of text. Both functions throw XmlRefused. */
export interface StrictParser {
  write(piece: string): void;
  /** Ends the document; a cut one is refused. */
  close(): void;
}

/** Words for a refusal that only a document type earns: inside CDATA the same letters are text. */
export const documentType = 'a document type (HTML page or entities)';

/**
 * Makes the parser that every reply goes through. It stops at the first fault: anything that is
 * not well-formed, a DOCTYPE (entities are the way to attack a parser), and nesting deeper than
 * any reply has.
 */
export function strictParser(events: ElementEvents): StrictParser {
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  let depth = 0;
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw new XmlRefused('malformed', 'too deeply nested XML');
    events.open(tag.name, tag.attributes);
  });
  parser.on('closetag', () => {
    depth--;
    events.close();
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('doctype', () => {
    throw new XmlRefused('doctype', documentType);
  });
  parser.on('error', () => {
    throw new XmlRefused('malformed', 'malformed or truncated XML');
  });
  return {
    write: (piece) => guarded(() => parser.write(piece)),
    close: () => guarded(() => parser.close()),
  };
}

/** The parser's own message may quote the reply; only the kind of failure is passed on. */
function guarded(parse: () => void): void {
  try {
    parse();
  } catch (error) {
    throw error instanceof XmlRefused
      ? error
      : new XmlRefused('malformed', 'XML that cannot be read');
  }
}
