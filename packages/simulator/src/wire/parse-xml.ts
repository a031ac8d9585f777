/** An element of a request body. */
export interface XmlNode {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlNode[];
  /** All text directly inside it, CDATA included. */
  text: string;
}

const attribute = String.raw`\s+[^\s=<>"'/]+\s*=\s*(?:"[^<"]*"|'[^<']*')`;
const token = new RegExp(
  [
    String.raw`<!--(?<comment>[\s\S]*?)-->`,
    String.raw`<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>`,
    String.raw`<\?[\s\S]*?\?>`,
    String.raw`<\/(?<close>[^\s<>/]+)\s*>`,
    String.raw`<(?<open>[^\s<>/!?="'&]+)(?<attributes>(?:${attribute})*)\s*(?<selfClosed>\/?)>`,
    String.raw`(?<text>[^<]+)`,
  ].join('|'),
  'gy',
);
const oneAttribute = /(?<key>[^\s=]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;
const brokenReference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;

interface OpenNode {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: OpenNode[];
  text: string;
}

/**
 * Reads well-formed XML with one root element; undefined for anything else. Document types are
 * refused: the server does not resolve them.
 */
export function parseXml(source: string): XmlNode | undefined {
  const xml = source.replace(/^\uFEFF/u, '');
  const outside: OpenNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [outside];
  let end = 0;
  for (const match of xml.matchAll(token)) {
    const { groups = {} } = match;
    end = match.index + match[0].length;
    const inside = open.at(-1) ?? outside;
    if (groups['close'] !== undefined) {
      if (open.length === 1 || open.pop()?.name !== groups['close']) return undefined;
    } else if (groups['open'] !== undefined) {
      const attributes = attributesIn(groups['attributes'] ?? '');
      if (attributes === undefined) return undefined;
      const node: OpenNode = { name: groups['open'], attributes, children: [], text: '' };
      inside.children.push(node);
      if (groups['selfClosed'] === '') open.push(node);
    } else if (groups['comment']?.includes('--') === true) {
      return undefined;
    } else if (groups['cdata'] !== undefined) {
      if (inside === outside) return undefined;
      inside.text += groups['cdata'];
    } else if (groups['text'] !== undefined) {
      if (brokenReference.test(groups['text'])) return undefined;
      inside.text += decoded(groups['text']);
    }
  }
  const isWhole = end === xml.length && open.length === 1 && outside.text.trim() === '';
  return isWhole && outside.children.length === 1 ? outside.children[0] : undefined;
}

function attributesIn(source: string): ReadonlyMap<string, string> | undefined {
  if (brokenReference.test(source)) return undefined;
  const attributes = new Map<string, string>();
  for (const { groups = {} } of source.matchAll(oneAttribute)) {
    if (attributes.has(groups['key'] ?? '')) return undefined;
    attributes.set(groups['key'] ?? '', decoded(groups['double'] ?? groups['single'] ?? ''));
  }
  return attributes;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/giu, (whole, reference: string) => {
    if (!reference.startsWith('#')) return named[reference] ?? whole;
    const isHex = reference.startsWith('#x');
    const code = Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\u{fffd}';
  });
}
