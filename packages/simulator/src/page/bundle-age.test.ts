import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { isOlderThanSources } from './bundle-age.ts';

function startFolder(): { folder: URL; write: (name: string, seconds: number) => URL } {
  const directory = mkdtempSync(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const write = (name: string, seconds: number) => {
    const file = join(directory, name);
    writeFileSync(file, '');
    utimesSync(file, seconds, seconds);
    return pathToFileURL(file);
  };
  return { folder: pathToFileURL(`${directory}/`), write };
}

it('is stale when one of its sources changed later', () => {
  const { folder, write } = startFolder();
  const bundle = write('bundle.js', 200);
  write('old.ts', 100);
  write('tsconfig.json', 300);
  expect(isOlderThanSources(bundle, folder)).toBe(false);
  write('new.ts', 300);
  expect(isOlderThanSources(bundle, folder)).toBe(true);
});

it('is not stale where there are no sources, or nothing was built', () => {
  const { folder, write } = startFolder();
  const bundle = write('bundle.js', 200);
  expect(isOlderThanSources(bundle, new URL('nowhere/', folder))).toBe(false);
  expect(isOlderThanSources(new URL('nothing.js', folder), folder)).toBe(false);
});
