import type { Catalogue } from '../catalogue.ts';
import type { Texts } from './texts.ts';

/** A text of a block.json belongs to a context; WordPress puts this character between the two. */
const afterContext = '\u0004';

/** Between the forms of a text that depends on a number. */
const betweenForms = '\0';

/**
 * Writes translations as a PHP file (`.l10n.php`), which WordPress reads without parsing. Texts that
 * the language does not have are left out, and stay English.
 */
export function writePhp(
  { language, plural, messages }: Catalogue,
  texts: Texts,
  ofBlocks: ReadonlyMap<string, readonly string[]>,
): string {
  const known = [...texts.keys()].filter((text) => Object.hasOwn(messages, text));
  const entries = known.map((text) => [text, formsOf(messages, text).join(betweenForms)]);
  for (const [context, ofContext] of ofBlocks) {
    for (const text of ofContext.filter((each) => Object.hasOwn(messages, each))) {
      entries.push([`${context}${afterContext}${text}`, formsOf(messages, text)[0] ?? text]);
    }
  }
  const lines = entries.map(([text = '', form = '']) => `  ${php(text)} => ${php(form)},\n`);
  return [
    '<?php\n',
    'return [\n',
    `'plural-forms' => ${php(pluralForms(plural))},\n`,
    `'language' => ${php(language)},\n`,
    `'messages' => [\n${lines.join('')}],\n`,
    '];\n',
  ].join('');
}

/** Writes translations of a script as JSON, as `wp.i18n` takes them. */
export function writeJson({ language, plural, messages }: Catalogue, texts: Texts): string {
  const known = [...texts.keys()].filter((text) => Object.hasOwn(messages, text));
  const head = { domain: 'messages', lang: language, 'plural-forms': pluralForms(plural) };
  const entries = known.map((text) => [text, formsOf(messages, text)] as const);
  const data = { messages: { '': head, ...Object.fromEntries(entries) } };
  return `${JSON.stringify({ domain: 'messages', locale_data: data })}\n`;
}

function formsOf(messages: Catalogue['messages'], text: string): readonly string[] {
  return [messages[text] ?? text].flat();
}

function pluralForms(rule: string): string {
  return `nplurals=2; plural=${rule};`;
}

/** A PHP text; only double quotes can hold control characters. */
function php(text: string): string {
  if (!text.includes(betweenForms) && !text.includes(afterContext)) {
    return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
  }
  const escaped = text
    .replaceAll(/[\\"$]/g, String.raw`\$&`)
    .replaceAll(betweenForms, String.raw`\x00`)
    .replaceAll(afterContext, String.raw`\x04`);
  return `"${escaped}"`;
}
