import { readFile } from 'node:fs/promises';
import { StartError } from '../config.ts';

export interface Asset {
  type: string;
  body: string;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const files = {
  'landing.js': { type: SCRIPT, from: '../../dist/client/landing.js' },
  'form-post.js': { type: SCRIPT, from: '../../dist/client/form-post.js' },
  'leave-frame.js': { type: SCRIPT, from: '../../dist/client/leave-frame.js' },
  'storage.js': { type: SCRIPT, from: '../../dist/client/storage.js' },
  'demo.css': { type: 'text/css; charset=utf-8', from: '../assets/demo.css' },
  'icon.svg': { type: 'image/svg+xml', from: '../assets/icon.svg' },
} as const;

/**
 * Reads the files the pages load, by their name under /assets/.
 *
 * Throws a StartError if the browser scripts were not built.
 */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const [name, { type, from }] of Object.entries(files)) {
    try {
      assets.set(name, { type, body: await readFile(new URL(from, import.meta.url), 'utf8') });
    } catch {
      throw new StartError(
        `The browser file ${name} is missing. Run "npm start" in the project folder, which builds it, or "pnpm build" in apps/demo.`,
      );
    }
  }
  return assets;
}
