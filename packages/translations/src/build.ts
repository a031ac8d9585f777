/** Compiles every .po file into the JSON that {@link translator} reads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compilePo } from './compile-po.ts';
import { languages } from './languages.ts';

const dist = new URL('../dist/', import.meta.url);

mkdirSync(dist, { recursive: true });
for (const language of languages) {
  const source = readFileSync(new URL(`../po/${language}.po`, import.meta.url));
  const catalogue = compilePo(language, source);
  writeFileSync(new URL(`${language}.json`, dist), `${JSON.stringify(catalogue, null, 1)}\n`);
}
