/** Texts that a part of the plugin shows: English text to its plural, or to nothing when it has none. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** Functions of WordPress that translate one text, and those that choose between two. */
const one = '__|_e|esc_html__|esc_html_e|esc_attr__|esc_attr_e';
const two = '_n|_n_noop';

/** Pattern of a text in single quotes. */
export const single = String.raw`'((?:[^'\\]|\\.)*)'`;
const double = String.raw`"((?:[^"\\]|\\.)*)"`;
const inPhp = [
  new RegExp(String.raw`(?<![\w$>])(?:${one})\(\s*${single}`, 'g'),
  new RegExp(String.raw`(?<![\w$>])(?:${two})\(\s*${single}\s*,\s*${single}`, 'g'),
];
// A build may call a function as `(0,i18n.__)("text","bluebridge")`, and choose its quotes.
const inScript = [
  new RegExp(String.raw`\b(?:__)\)?\(\s*(?:${double}|${single})\s*,\s*["']bluebridge["']`, 'g'),
  new RegExp(
    String.raw`\b(?:_n)\)?\(\s*(?:${double}|${single})\s*,\s*(?:${double}|${single})\s*,`,
    'g',
  ),
];

/** Finds the texts of a PHP file. They are literals; the coding standard sees to that. */
export function textsInPhp(source: string): Texts {
  return textsBy(inPhp, source, unescapePhp);
}

/** Finds the texts of a built script. */
export function textsInScript(source: string): Texts {
  return textsBy(inScript, source, unescapeScript);
}

/**
 * Finds what a block.json says to people. WordPress looks each of these texts up in a context of its
 * own, such as `block title`.
 */
export function textsInBlock(source: string): ReadonlyMap<string, readonly string[]> {
  const { title, description, keywords } = JSON.parse(source) as BlockJson;
  return new Map([
    ['block title', given(title)],
    ['block description', given(description)],
    ['block keyword', keywords ?? []],
  ]);
}

/** Finds what the table of settings in the core (`SettingTable.php`) calls them. */
export function textsInSettings(source: string): Texts {
  const groups = /const GROUPS = \[.*?\];/s.exec(source)?.[0] ?? '';
  const told = (names: string) => [new RegExp(String.raw`'(?:${names})' => ${single}`, 'g')];
  return new Map([
    ...textsBy(told(String.raw`\w+`), groups, unescapePhp),
    ...textsBy(told('label|help'), source, unescapePhp),
  ]);
}

interface BlockJson {
  readonly title?: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
}

function given(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

/** Finds texts by patterns, whose groups are a text and its plural. */
export function textsBy(
  patterns: readonly RegExp[],
  source: string,
  unescape: (text: string) => string,
): Texts {
  const texts = new Map<string, string | undefined>();
  for (const pattern of patterns) {
    for (const match of source.matchAll(pattern)) {
      const [text, plural] = match.slice(1).filter((part) => part !== undefined);
      if (text !== undefined && text !== '') {
        texts.set(
          unescape(text),
          plural === undefined ? texts.get(unescape(text)) : unescape(plural),
        );
      }
    }
  }
  return texts;
}

/** Reads what stands between single quotes, in PHP or a script. */
export function unescapePhp(text: string): string {
  return text.replaceAll(/\\(['\\])/g, '$1');
}

function unescapeScript(text: string): string {
  // As JSON writes it: quotes of the other kind need no escape in a script.
  const quoted = text.replaceAll(String.raw`\'`, "'").replaceAll(/(?<!\\)"/g, String.raw`\"`);
  return JSON.parse(`"${quoted}"`) as string;
}
