import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { recordingsReply } from '../documents.ts';
import { median } from '../measure.ts';
import { installPhpPeer } from '../php-peer.ts';
import { goal, round, section, table } from '../report.ts';

interface Figures {
  readonly ms: number;
  readonly mb: number;
  readonly microsEach?: number;
}

const folder = join(import.meta.dirname, '../../php');
const vectors = join(import.meta.dirname, '../../../../packages/conformance/vectors/hostile');
const limits = { ms: 50, mb: 64 };

/** Long lists and hostile replies read by the core in PHP. */
export async function replyPhpSection(): Promise<void> {
  installPhpPeer();
  const files = mkdtempSync(join(tmpdir(), 'bluebridge-bench-'));
  try {
    await lists(files);
  } finally {
    rmSync(files, { recursive: true });
  }
  await hostileReplies();
}

async function lists(files: string): Promise<void> {
  const few = join(files, '100.xml');
  const many = join(files, '10000.xml');
  writeFileSync(few, Buffer.concat([...recordingsReply(100)]));
  writeFileSync(many, Buffer.concat([...recordingsReply(10_000)]));
  const cells = {
    core: ['list-core', many],
    peer: ['list-peer', many],
    'core, 100': ['list-core', few],
  } as const;
  const found = new Map<string, Figures[]>();
  for (let turn = 0; turn < 7; turn++) {
    for (const [name, [cell, file]] of Object.entries(cells)) {
      found.set(name, [...(found.get(name) ?? []), await measure(cell, file)]);
    }
  }
  const figure = (name: keyof typeof cells, key: keyof Figures): number =>
    median((found.get(name) ?? []).map((one) => one[key] ?? Number.NaN));
  section('10,000 recordings (16 MB), in PHP');
  table([
    ['variant', 'CPU ms', 'µs each', 'process peak, MB'],
    ...(Object.keys(cells) as (keyof typeof cells)[]).map((name) => [
      name === 'peer' ? 'bigbluebutton-api-php, whole' : `${name}, streamed`,
      round(figure(name, 'ms')),
      round(figure(name, 'microsEach')),
      round(figure(name, 'mb')),
    ]),
  ]);
  const times = figure('core', 'ms') / figure('peer', 'ms');
  goal('CPU time in PHP, × bigbluebutton-api-php', times, { atMost: 1 });
  goal(
    'process peak in PHP, × bigbluebutton-api-php',
    figure('core', 'mb') / figure('peer', 'mb'),
    {
      atMost: 1 / 3,
    },
  );
  const growth = figure('core', 'microsEach') / figure('core, 100', 'microsEach');
  goal('time of one of 10,000 in PHP, × one of 100', growth, { atMost: 1.5 });
}

async function hostileReplies(): Promise<void> {
  const paths = readdirSync(vectors)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(vectors, name));
  const results: Figures[] = [];
  // Alone in a process, as what one has taken would hide what the next one takes.
  const groups = [...paths.filter(isDescribed).map((path) => [path]), paths];
  for (const group of groups) results.push(await measureTwice(group.join(',')));
  section(`${paths.length} hostile and malformed replies, in PHP`);
  goal('slowest in PHP, CPU ms', Math.max(...results.map(({ ms }) => ms)), { atMost: limits.ms });
  goal('largest peak in PHP, MB', Math.max(...results.map(({ mb }) => mb)), { atMost: limits.mb });
}

/** Large bodies are described in few words: a vector that is long itself is none of them. */
function isDescribed(path: string): boolean {
  return /\/(?:over-|returncode-|failed-longer|much-|deep-|wide-|long-|many-|doctype-quad)/.test(
    path,
  )
    ? statSync(path).size < 4096
    : false;
}

/** Over the limits it is measured again: a neighbour may have been in the way. */
async function measureTwice(argument: string): Promise<Figures> {
  const first = await measure('hostile', argument);
  if (first.ms <= limits.ms && first.mb <= limits.mb) return first;
  const second = await measure('hostile', argument);
  return { ms: Math.min(first.ms, second.ms), mb: Math.min(first.mb, second.mb) };
}

async function measure(cell: string, argument: string): Promise<Figures> {
  const settings = ['-d', 'opcache.enable_cli=1', '-d', 'opcache.jit=0', '-d', 'pcov.enabled=0'];
  const args = [...settings, join(folder, 'replies.php'), cell, argument];
  const { stdout } = await promisify(execFile)('php', args);
  return JSON.parse(stdout) as Figures;
}
