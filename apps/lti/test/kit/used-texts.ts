import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const literal = String.raw`'((?:[^'\\\n]|\\.)*)'`;
const single = new RegExp(String.raw`\b(?:t|message|c\.get\('t'\))\(\s*${literal}`, 'g');
const plural = new RegExp(String.raw`\bt\.plural\(\s*${literal},\s*${literal}`, 'g');

/** A text in the sources, with its plural where it has one. */
export type UsedText = readonly [one: string, many?: string];

/** Finds every text the sources translate or mark for translation. */
export function usedTexts(): readonly UsedText[] {
  return globSync('**/*.ts', { cwd: source }).flatMap((file) => {
    const code = readFileSync(`${source}/${file}`, 'utf8');
    return [
      ...Array.from(code.matchAll(single), (found): UsedText => [unquoted(found[1])]),
      ...Array.from(code.matchAll(plural), (found): UsedText => [
        unquoted(found[1]),
        unquoted(found[2]),
      ]),
    ];
  });
}

function unquoted(text = ''): string {
  return text.replaceAll(/\\(.)/g, '$1');
}
