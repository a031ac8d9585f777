/** One element: text, further elements, or nothing at all (`<name/>`). */
export interface XmlElement {
  name: string;
  content: string | readonly XmlElement[] | undefined;
  attributes?: Readonly<Record<string, string>>;
  /** Writes the text as it is, in a CDATA section. */
  isCdata?: true;
}

/** Makes an element; numbers and booleans become text. */
export function element(
  name: string,
  content: string | number | boolean | readonly XmlElement[] = '',
): XmlElement {
  return { name, content: typeof content === 'object' ? content : String(content) };
}

/** Makes an element without content, written with a single tag. */
export function emptyElement(name: string): XmlElement {
  return { name, content: undefined };
}

/** Makes one text element for each entry of a map. */
export function elementsOf(entries: ReadonlyMap<string, string>): XmlElement[] {
  return [...entries].map(([name, value]) => element(name, value));
}

/** Makes an element whose children are only made when it is written, for long lists. */
export function lazyElement(name: string, children: () => readonly XmlElement[]): XmlElement {
  return {
    name,
    get content() {
      return children();
    },
  };
}

/** Writes an element, one tag a line, without indentation, as the server's templates do. */
export function writeXml(node: XmlElement): string {
  return [...xmlPieces(node)].join('');
}

const linesInPiece = 1_000;

/** Writes an element like `writeXml`, in pieces of so many lines. */
export function* xmlPieces(node: XmlElement): Generator<string, void> {
  const open = [{ children: [node].values(), end: '' }];
  let lines: string[] = [];
  let lineBreak = '';
  for (let inside = open.at(-1); inside !== undefined; inside = open.at(-1)) {
    const { value: child } = inside.children.next();
    if (child === undefined) {
      if (inside.end !== '') lines.push(inside.end);
      open.pop();
    } else {
      const { content } = child;
      lines.push(lineOf(child, content));
      if (typeof content === 'object') {
        open.push({ children: content.values(), end: `</${escapeXml(child.name)}>` });
      }
    }
    if (lines.length >= linesInPiece) {
      yield lineBreak + lines.join('\n');
      lines = [];
      lineBreak = '\n';
    }
  }
  if (lines.length > 0) yield lineBreak + lines.join('\n');
}

function lineOf({ name, attributes, isCdata }: XmlElement, content: XmlElement['content']): string {
  const tagName = escapeXml(name);
  const tag = attributes === undefined ? tagName : tagName + attributesOf(attributes);
  if (content === undefined) return `<${tag}/>`;
  if (typeof content === 'object') return `<${tag}>`;
  return `<${tag}>${isCdata === true ? `<![CDATA[${content}]]>` : escapeXml(content)}</${tagName}>`;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  let written = '';
  for (const name in attributes) written += ` ${name}="${escapeXml(attributes[name] ?? '')}"`;
  return written;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// Most texts of a long list are plain: one look tells that nothing is to be done.
const needsEscape = /[^\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e]/u;

function escapeXml(text: string): string {
  if (!needsEscape.test(text)) return text;
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
