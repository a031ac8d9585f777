const attribute = String.raw`\s+[^\s=<>"'/]+\s*=\s*(?:"[^<"]*"|'[^<']*')`;
const token = new RegExp(
  [
    String.raw`<!--(?:(?!--)[\s\S])*-->`,
    String.raw`<!\[CDATA\[(?:(?!\]\]>)[\s\S])*\]\]>`,
    String.raw`<\?[\s\S]*?\?>`,
    String.raw`<\/(?<close>[^\s<>/]+)\s*>`,
    String.raw`<(?<open>[^\s<>/!?="'&]+)(?:${attribute})*\s*(?<selfClosed>\/?)>`,
    String.raw`(?<text>[^<]+)`,
  ].join('|'),
  'gy',
);
const brokenReference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu;

/**
 * Tells whether a text is well-formed XML with one root element. Document types are refused: the
 * server does not resolve them.
 */
export function isWellFormedXml(text: string): boolean {
  const open: string[] = [];
  let roots = 0;
  let end = 0;
  for (const match of text.replace(/^\uFEFF/u, '').matchAll(token)) {
    const { groups = {} } = match;
    end = match.index + match[0].length;
    if (groups['close'] !== undefined) {
      if (open.pop() !== groups['close']) return false;
    } else if (groups['open'] !== undefined) {
      if (brokenReference.test(match[0])) return false;
      if (open.length === 0) roots += 1;
      if (groups['selfClosed'] === '') open.push(groups['open']);
    } else if (groups['text'] !== undefined) {
      const isOutside = open.length === 0 && groups['text'].trim() !== '';
      if (isOutside || brokenReference.test(groups['text'])) return false;
    }
  }
  return end === text.replace(/^\uFEFF/u, '').length && open.length === 0 && roots === 1;
}
