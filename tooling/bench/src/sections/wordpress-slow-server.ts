import { setTimeout as pause } from 'node:timers/promises';
import { type Simulator, startSimulator } from '@bluebridge/simulator';
import { median } from '../measure.ts';
import { goal, round, section, table } from '../report.ts';
import { kinds, names, readPage, type School, withSchools } from '../wordpress/schools.ts';

const slowness = 6000;

/**
 * What befalls the answers of the server while a page is looked at. Once more nothing at the end: how
 * far two figures of the same lie apart tells what to make of the others.
 */
const faults = {
  well: undefined,
  dead: { kind: 'reset' },
  slow: { kind: 'slow', delayMs: slowness, clock: 'real' },
  again: undefined,
} as const;
type Look = keyof typeof faults;
const order: readonly Look[] = ['well', 'dead', 'slow', 'again'];
const rounds = 15;

interface Found {
  readonly ms: Readonly<Record<Look, number>>;
  readonly asked: number;
}

/** How long pages take whose meeting server is gone, or takes 6 s for each answer. */
export async function wordpressSlowServerSection(): Promise<void> {
  const server = await startSimulator({ secret: 'for-benchmarks-only' });
  try {
    await withSchools(
      kinds.filter((kind) => kind !== 'none'),
      server,
      async (schools, database) => {
        section('Pages of a WordPress whose meeting server is dead, or takes 6 s', [
          `Time of the clock until the page is there, median of ${rounds} (of 3 where one takes seconds), in turn. ${database}.`,
        ]);
        const rows: (readonly (string | number)[])[] = [];
        let worst = 0;
        let questions = 0;
        let noise = 0;
        for (const [kind, school] of schools) {
          for (const path of ['/room/', '/recordings/']) {
            const { ms, asked } = await timePage(school, path, server);
            rows.push([names[kind], path, ...order.map((look) => round(ms[look])), asked]);
            if (kind !== 'bluebridge') continue;
            worst = Math.max(worst, ms.dead - ms.well, ms.slow - ms.well);
            noise = Math.max(noise, Math.abs(ms.again - ms.well));
            questions += asked;
          }
        }
        table([
          [
            'plugin',
            'page',
            'well, ms',
            'dead, ms',
            'slow, ms',
            'well again, ms',
            'calls for all pages',
          ],
          ...rows,
        ]);
        goal(`ms that a dead or slow server costs (two times well: ${round(noise)} apart)`, worst, {
          atMost: 5,
        });
        goal('calls to the server for pages', questions, { atMost: 0 });
      },
    );
  } finally {
    await server.close();
  }
}

async function timePage(school: School, path: string, server: Simulator): Promise<Found> {
  const times: Record<Look, number[]> = { well: [], dead: [], slow: [], again: [] };
  await readPage(school, path);
  server.reset();
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const look of order) {
      const before = times[look];
      if (before.length === 3 && median(before) > 2000) continue;
      const fault = faults[look];
      server.clearFaults();
      if (fault !== undefined) server.nextAnswer({ times: 'always', fault });
      const began = performance.now();
      await readPage(school, path);
      before.push(performance.now() - began);
    }
  }
  // The server notes a question when it is through with it, also one that nobody waits for any more.
  await pause(slowness);
  const ms = {
    well: median(times.well),
    dead: median(times.dead),
    slow: median(times.slow),
    again: median(times.again),
  };
  return { ms, asked: server.requests().length };
}
