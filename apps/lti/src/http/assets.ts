import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ToolApp } from './context.ts';
import { ToolError } from './tool-error.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
  /** Changes with the content. */
  readonly version: string;
}

/** Scripts, styles and images of our pages, by file name. */
export type Assets = ReadonlyMap<string, Asset>;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads the built assets of a folder into memory. Throws when they have not been built. */
export function readAssets(folder: string): Assets {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const assets = new Map<string, Asset>();
  for (const name of names) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const body = readFileSync(join(folder, name), 'utf8');
    const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
    assets.set(name, { body, type, version });
  }
  if (assets.size === 0) throw new Error('the scripts of the pages have not been built');
  return assets;
}

/** Gives the address of an asset, which changes with its content. */
export function assetUrl(assets: Assets, name: string): string {
  const asset = assets.get(name);
  if (!asset) throw new Error(`there is no asset ${name}`);
  return `/assets/${name}?v=${asset.version}`;
}

/** Adds the route that serves them; the right version is kept by browsers for a year. */
export function addAssetRoutes(app: ToolApp, assets: Assets): void {
  app.get('/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'));
    if (!asset) throw new ToolError('not_found');
    const current = c.req.query('v') === asset.version;
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
