/**
 * Words with the little formatting that `welcome` may have, as data: the page builds elements from
 * it and never reads HTML. Source: API documentation, `create`, `welcome`.
 */
export type Words = string | FormattedWords;

export interface FormattedWords {
  tag: FormattingTag;
  /** Where a link leads; only for `a`. */
  href?: string;
  words: Words[];
}

export type FormattingTag =
  | 'a'
  | 'b'
  | 'br'
  | 'i'
  | 'li'
  | 'small'
  | 'span'
  | 'strong'
  | 'u'
  | 'ul';

const formattingTags: ReadonlySet<string> = new Set<FormattingTag>([
  'a',
  'b',
  'br',
  'i',
  'li',
  'small',
  'span',
  'strong',
  'u',
  'ul',
]);
const linkSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const piece =
  /<(?<close>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^"'<>])*)>/giu;
const deepest = 16;

/**
 * Reads limited HTML. Tags that are not allowed go, their text stays; a link that leads anywhere
 * but to a page, a mailbox or a telephone becomes text; a picture becomes a link, because the page
 * loads nothing from other servers.
 */
export function readLimitedHtml(html: string): Words[] {
  const root: Words[] = [];
  const open: FormattedWords[] = [];
  const add = (words: Words) => void (open.at(-1)?.words ?? root).push(words);
  let end = 0;
  for (const match of html.matchAll(piece)) {
    addText(html.slice(end, match.index), add);
    end = match.index + match[0].length;
    const name = (match.groups?.['name'] ?? '').toLowerCase();
    const attributes = match.groups?.['attributes'] ?? '';
    if (name === 'img') addPicture(attributes, add);
    if (!isFormattingTag(name)) continue;
    if (match.groups?.['close'] === '/') {
      const index = open.findLastIndex(({ tag }) => tag === name);
      if (index >= 0) open.length = index;
      continue;
    }
    const made = elementFrom(name, attributes);
    add(made);
    if (name !== 'br' && open.length < deepest) open.push(made);
  }
  addText(html.slice(end), add);
  return root;
}

function isFormattingTag(name: string): name is FormattingTag {
  return formattingTags.has(name);
}

function elementFrom(tag: FormattingTag, attributes: string): FormattedWords {
  if (tag !== 'a') return { tag, words: [] };
  const href = safeLink(attribute(attributes, 'href'));
  return href === undefined ? { tag: 'span', words: [] } : { tag, href, words: [] };
}

function addPicture(attributes: string, add: (words: Words) => void): void {
  const href = safeLink(attribute(attributes, 'src'));
  if (href === undefined || !/^https?:/iu.test(href)) return;
  add({ tag: 'a', href, words: [`Picture on ${new URL(href).hostname}`] });
}

function addText(text: string, add: (words: Words) => void): void {
  if (text !== '') add(decodeEntities(text));
}

/** Returns a link that may be followed from the page, otherwise undefined. */
function safeLink(text: string | undefined): string | undefined {
  const url = URL.parse((text ?? '').trim());
  return url !== null && linkSchemes.has(url.protocol) ? url.href : undefined;
}

function attribute(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu');
  const match = pattern.exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
]);

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, ...parts) => {
    const [decimal, hex, name] = parts as (string | undefined)[];
    if (name !== undefined) return entities.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
