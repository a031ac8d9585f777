import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { median } from '../measure.ts';
import { type Cloud, makeRoom, withCloud } from '../nextcloud/cloud.ts';
import { figure, goal, round, section, table } from '../report.ts';

const slowness = 6000;

/**
 * What befalls the answers of the server at each look. Once more nothing at the end: how far two figures
 * of the same lie apart tells what to make of the others.
 */
const looks = [
  undefined,
  { kind: 'reset' },
  { kind: 'slow', delayMs: slowness, clock: 'real' },
  undefined,
] as const;
const rounds = 9;

/** How long pages of a real Nextcloud take whose meeting server is gone or slow, and what a list asks. */
export async function nextcloudSlowServerSection(root: string | undefined): Promise<void> {
  if (root === undefined) {
    section('Pages of a Nextcloud', [
      'Left out: name an installed Nextcloud by `--root <folder>`.',
    ]);
    return;
  }
  const server = await startSimulator({ secret: 'for-benchmarks-only' });
  try {
    await withCloud(root, server, async (cloud) => {
      section(
        `Pages of a Nextcloud ${cloud.nextcloud.version} whose meeting server is dead, or takes 6 s`,
        [`Time of the clock until the page is there, median of ${rounds}, in turn. SQLite.`],
      );
      await timePages(cloud, server);
      await countStatements(cloud, server);
    });
  } finally {
    await server.close();
  }
}

async function timePages({ teacher, pages }: Cloud, server: Simulator): Promise<void> {
  const rows: (string | number)[][] = [];
  let worst = 0;
  server.reset();
  for (const [what, path] of Object.entries(pages)) {
    const times: number[][] = looks.map(() => []);
    await read(teacher, path);
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const [index, look] of looks.entries()) {
        server.clearFaults();
        if (look !== undefined) server.nextAnswer({ times: 'always', fault: look });
        const began = performance.now();
        await read(teacher, path);
        times[index]?.push(performance.now() - began);
      }
    }
    const medians = times.map(median);
    rows.push([what, ...medians.map(round)]);
    if (path.includes('bluebridge')) worst = Math.max(worst, ...medians.slice(1, 3));
  }
  // The server notes a question when it is through with it, also one that nobody waits for any more.
  await pause(slowness);
  server.clearFaults();
  const asked = server.requests().length;
  table([['page', 'well, ms', 'dead, ms', 'slow, ms', 'well again, ms'], ...rows]);
  goal('slowest page with a dead or slow server, s', worst / 1000, { atMost: 0.3 });
  goal('calls to the server for pages', asked, { atMost: 0 });
}

/** Counts what the list of rooms asks of the database: with one room, and with a hundred. */
async function countStatements(cloud: Cloud, server: Simulator): Promise<void> {
  const { nextcloud, teacher, pages } = cloud;
  const data = (await nextcloud.occ(['config:system:get', 'datadirectory'])).trim();
  const log = join(data, 'statements.log');
  await nextcloud.occ(['config:system:set', 'query_log_file', '--value', log]);
  const count = async () => {
    await read(teacher, pages['the list of rooms (API)'] ?? '');
    rmSync(log, { force: true });
    await read(teacher, pages['the list of rooms (API)'] ?? '');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
    return {
      all: lines.filter(Boolean).length,
      ours: lines.filter((line) => line.includes('bluebridge_')).length,
    };
  };
  const one = await count();
  for (let room = 2; room <= 100; room += 1) await makeRoom(teacher, `Room ${room}`);
  const before = server.requests().length;
  const hundred = await count();
  const asked = server.requests().length - before;
  table([
    ['list of rooms', 'statements', "of the app's tables", 'calls to the server'],
    ['1 room', one.all, one.ours, 0],
    ['100 rooms', hundred.all, hundred.ours, asked],
  ]);
  figure("statements of the app's tables", hundred.ours);
  goal('statements more with 100 rooms than with 1', hundred.all - one.all, { atMost: 0 });
  goal('calls to the server for a list of 100 rooms', asked, { atMost: 1 });
}

async function read({ browser }: Cloud['teacher'], path: string): Promise<void> {
  const { status } = await browser.open(path, { 'ocs-apirequest': 'true' });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}
