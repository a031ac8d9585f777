import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Published clients, each pinned in `peers/`; nothing but the benchmarks installs or loads them. */
const folder = join(import.meta.dirname, '../peers');

/** Installs the peers unless they are there. Their install scripts do not run. */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', flags, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

const load = createRequire(join(folder, 'package.json'));

interface BigbluebuttonJs {
  api(
    host: string,
    salt: string,
  ): {
    administration: { create(name: string, id: string, params: object): string };
    monitoring: { getMeetingInfo(meetingID: string): string };
  };
  http(url: string): Promise<unknown>;
  util: { parseXml(xml: string): { recordings?: readonly unknown[] } };
}

interface BbbPromise {
  server(
    host: string,
    salt: string,
  ): {
    administration: { join(name: string, id: string, password: string, params: object): string };
    monitoring: { getMeetingInfo(meetingID: string): Promise<unknown> };
  };
}

interface Xml2js {
  parseStringPromise(xml: string): Promise<unknown>;
}

export const bigbluebuttonJs = (): BigbluebuttonJs => load('bigbluebutton-js') as BigbluebuttonJs;
export const bbbPromise = (): BbbPromise => load('bbb-promise') as BbbPromise;
export const xml2js = (): Xml2js => load('xml2js') as Xml2js;
