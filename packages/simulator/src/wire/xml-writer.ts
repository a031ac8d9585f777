/** One element: text, further elements, or nothing at all (`<name/>`). */
export interface XmlElement {
  name: string;
  content: string | readonly XmlElement[] | undefined;
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

/** Writes an element, one tag a line, without indentation, as the server's templates do. */
export function writeXml(node: XmlElement): string {
  const name = escapeXml(node.name);
  if (node.content === undefined) return `<${name}/>`;
  if (typeof node.content === 'string') return `<${name}>${escapeXml(node.content)}</${name}>`;
  return [`<${name}>`, ...node.content.map(writeXml), `</${name}>`].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
