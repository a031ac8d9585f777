import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueJson } from './catalogue-json.ts';
import { protocolPage } from './protocol-page.ts';

const root = join(import.meta.dirname, '../../..');

/** Every generated file and what must be in it. */
const generated = {
  'packages/core/generated/catalogue.json': catalogueJson(),
  'PROTOCOL.md': protocolPage(),
};

const check = process.argv.includes('--check');
const stale = Object.entries(generated).filter(([path, text]) => current(path) !== text);

for (const [path, text] of stale) {
  if (!check) writeFileSync(join(root, path), text);
  process.stdout.write(`${path} ${check ? 'is not current' : 'written'}\n`);
}
if (check && stale.length > 0) {
  process.stdout.write('Run `npm run pnpm -- generate` and commit what it writes.\n');
  process.exitCode = 1;
} else if (stale.length === 0) {
  process.stdout.write(`${Object.keys(generated).length} generated files are current.\n`);
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
