import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogueJson } from './catalogue-json.ts';
import { phpTables } from './php-tables.ts';
import { protocolPage } from './protocol-page.ts';

const root = join(import.meta.dirname, '../../..');

/** Every generated file and what must be in it. */
const generated: Readonly<Record<string, string>> = {
  'packages/core/generated/catalogue.json': catalogueJson(),
  'PROTOCOL.md': protocolPage(),
  ...phpTables(),
};

/** Files in folders that hold nothing else, of entries that are gone. */
const leftOver = globSync('packages/core-php/src-generated/**/*.php', { cwd: root }).filter(
  (path) => !Object.hasOwn(generated, path),
);

const check = process.argv.includes('--check');
const stale = Object.entries(generated).filter(([path, text]) => current(path) !== text);

for (const [path, text] of stale) {
  if (!check) write(path, text);
  process.stdout.write(`${path} ${check ? 'is not current' : 'written'}\n`);
}
for (const path of leftOver) {
  if (!check) rmSync(join(root, path));
  process.stdout.write(`${path} ${check ? 'is generated no longer' : 'removed'}\n`);
}
if (check && stale.length + leftOver.length > 0) {
  process.stdout.write('Run `npm run pnpm -- generate` and commit what it writes.\n');
  process.exitCode = 1;
} else if (stale.length + leftOver.length === 0) {
  process.stdout.write(`${Object.keys(generated).length} generated files are current.\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
