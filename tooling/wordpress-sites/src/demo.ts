/**
 * Serves a WordPress for the demo until it is stopped, or until whoever started it is gone:
 *
 *     node tooling/wordpress-sites/src/demo.ts <port> php|wasm
 *
 * With PHP of this machine, or with one that runs in Node. A page of the site holds a room already.
 * It says as lines of JSON how far it is. Settings come from the
 * environment: BLUEBRIDGE_ENDPOINT and its like for the plugin, and DEMO_ENTRANCE_KEY, which signs
 * the tickets that let people in.
 */
import { furnishSite } from './demo/furnish-site.ts';
import {
  fetchPhpInNode,
  hasPhpInNode,
  phpInNodeMegabytes,
  serveInNode,
  usePhpInNode,
} from './demo/php-in-node.ts';
import { buildPlugin, whatPhpLacks } from './demo/surroundings.ts';
import { hasReleases, provideRelease } from './provide.ts';
import { releaseNamed } from './releases.ts';
import { serveSite } from './serve.ts';

const release = releaseNamed('6.7');
const megabytes = 158;

const ending: (() => unknown)[] = [];
let stopping: Promise<void> | undefined;

function end(): Promise<void> {
  stopping ??= (async () => {
    for (const step of ending.toReversed()) await step();
    process.exit();
  })();
  return stopping;
}

function say(line: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const step = (words: string) => say({ event: 'step', words });

async function serve(port: string, php: string): Promise<void> {
  const isWasm = php === 'wasm';
  if (isWasm) await preparePhpInNode();
  const lacking = await whatPhpLacks();
  if (lacking !== undefined) return say({ event: 'lacking', words: lacking });
  await prepareWordPress();
  step('Building the plugin');
  await buildPlugin();
  step(isWasm ? 'Installing WordPress, which takes a minute this way' : 'Installing WordPress');
  const url = `http://127.0.0.1:${port}`;
  // The server of the other PHP knows one address.
  const otherUrl = isWasm ? url : `http://localhost:${port}`;
  const site = await furnishSite({
    url,
    otherUrl,
    release: release.name,
    entranceKey: process.env['DEMO_ENTRANCE_KEY'] ?? '',
    // The server of the other PHP hands no environment on.
    constants: isWasm ? serverSettings() : {},
  });
  ending.push(site.remove);
  step('Starting WordPress');
  // One for the page, one for the tasks it starts, two for what it loads.
  const { stop } = isWasm
    ? await serveInNode(site)
    : await serveSite(site, { workers: 4, env: {} });
  ending.push(stop);
  say({ event: 'listening', url, otherUrl });
}

async function preparePhpInNode(): Promise<void> {
  if (!hasPhpInNode()) {
    step(`Fetching a PHP that runs in Node, once: it takes ${phpInNodeMegabytes} MB of the disk`);
    await fetchPhpInNode();
  }
  usePhpInNode();
}

async function prepareWordPress(): Promise<void> {
  if (hasReleases()) return;
  step(`Fetching WordPress, once: ${megabytes} MB`);
  await provideRelease(release, (bytes) => {
    const done = Math.min(Math.round(bytes / 1e6), megabytes);
    step(`Fetching WordPress, once: ${done} of ${megabytes} MB`);
  });
}

function serverSettings(): Readonly<Record<string, string>> {
  const names = ['BLUEBRIDGE_ENDPOINT', 'BLUEBRIDGE_SECRET', 'BLUEBRIDGE_DIALECT'];
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
process.on('disconnect', () => void end());
try {
  await serve(process.argv[2] ?? '0', process.argv[3] ?? 'php');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  await end();
}
