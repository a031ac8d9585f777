import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { PlainImport } from './forbidden-imports.ts';

/** Writes a small source tree with these imports and answers with its folder. */
export function writeImportTree(imports: readonly PlainImport[]): string {
  const root = mkdtempSync(join(tmpdir(), 'bluebridge-imports-'));
  const lines = new Map<string, string[]>();
  for (const { from, to, specifier, declared } of imports) {
    const path = specifier ?? `./${relative(dirname(from), to)}`;
    lines.set(from, [...(lines.get(from) ?? []), `export * from '${path}';`]);
    if (specifier === undefined && !lines.has(to)) lines.set(to, []);
    if (specifier !== undefined && /^[a-z]+$/.test(specifier)) writeLibrary(root, specifier);
    if (declared === true) declareLibrary(root, from, specifier ?? to);
  }
  for (const [file, exports] of lines) write(root, file, `${exports.join('\n')}\nexport {};\n`);
  return root;
}

function writeLibrary(root: string, name: string): void {
  write(root, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
  write(root, `node_modules/${name}/index.js`, '');
}

function declareLibrary(root: string, from: string, name: string): void {
  const folder = from.split('/').slice(0, 2).join('/');
  write(root, `${folder}/package.json`, JSON.stringify({ dependencies: { [name]: '1' } }));
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
