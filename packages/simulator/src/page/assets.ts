import { readFileSync } from 'node:fs';
import { isOlderThanSources } from './bundle-age.ts';

export interface Asset {
  type: string;
  content: string;
}

const script = '../../dist/client/meeting.js';

const files = new Map([
  asset('theme.css', 'text/css', 'styles/theme.css'),
  asset('meeting.css', 'text/css', 'styles/meeting.css'),
  asset('meeting-parts.css', 'text/css', 'styles/meeting-parts.css'),
  asset('plain.css', 'text/css', 'styles/plain.css'),
  asset('icon.svg', 'image/svg+xml', 'styles/icon.svg'),
  asset('meeting.js', 'text/javascript', script),
]);

/** What to do when the script of the meeting page has not been built. */
export const buildHint = 'Run "pnpm build" in packages/simulator, then reload this page.';

/** Reads a file that the pages use; undefined when there is none at this path. */
export function readAsset(path: string): Asset | undefined {
  const file = files.get(path);
  if (file === undefined) return undefined;
  try {
    return { type: `${file.type}; charset=utf-8`, content: readFileSync(file.url, 'utf8') };
  } catch {
    return undefined;
  }
}

/** Tells whether the script of the meeting page has been built. */
export function isClientBuilt(): boolean {
  return readAsset('/assets/meeting.js') !== undefined;
}

/** Tells what is wrong with the script of the meeting page; undefined when nothing is. */
export function clientProblem(): string | undefined {
  if (!isClientBuilt()) return `The meeting page has not been built. ${buildHint}`;
  const here = (path: string) => new URL(path, import.meta.url);
  if (!isOlderThanSources(here(script), here('client/'))) return undefined;
  return `The meeting page is older than its sources. ${buildHint}`;
}

function asset(name: string, type: string, file: string): [string, { type: string; url: URL }] {
  return [`/assets/${name}`, { type, url: new URL(file, import.meta.url) }];
}
