import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Published clients, each pinned in `peers/`; nothing but the benchmarks installs or loads them. */
const folder = join(import.meta.dirname, '../peers');

/** Installs the peers unless all are there. Their install scripts do not run. */
export function installPeers(): void {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const names = Object.keys(dependencies);
  if (names.every((name) => existsSync(join(folder, 'node_modules', name)))) return;
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

interface LtijsProvider {
  setup(secret: string, database: { readonly plugin: unknown }, options: object): void;
  onConnect(
    answer: (
      token: { readonly user: string },
      request: unknown,
      answer: { send(page: string): unknown },
    ) => unknown,
  ): void;
  deploy(options: { readonly port: number; readonly silent: boolean }): Promise<unknown>;
  registerPlatform(platform: Readonly<Record<string, unknown>>): Promise<unknown>;
}

type SequelizeStore = new (
  database: string,
  user: string,
  password: string,
  options: Readonly<Record<string, unknown>>,
) => object;

export const bigbluebuttonJs = (): BigbluebuttonJs => load('bigbluebutton-js') as BigbluebuttonJs;
export const bbbPromise = (): BbbPromise => load('bbb-promise') as BbbPromise;
export const xml2js = (): Xml2js => load('xml2js') as Xml2js;
export const ltijs = () => load('ltijs') as { readonly Provider: LtijsProvider };
export const ltijsSequelize = () => load('ltijs-sequelize') as SequelizeStore;
