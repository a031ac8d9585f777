import { hash } from 'node:crypto';
import { loadavg } from 'node:os';
import { interleaved } from '../fresh-process.ts';
import { cpuMicrosEach } from '../measure.ts';
import { figure, goal, round, section, table } from '../report.ts';

const names = {
  'launch-bluebridge': 'Bluebridge, SQLite',
  'launch-least': 'the least: Hono, jose, node:sqlite',
  'launch-ltijs': 'ltijs 5.9.9, PostgreSQL',
} as const;
type Cell = keyof typeof names;
const cells = ['launch-bluebridge', 'launch-least', 'launch-ltijs'] as const;
const steps = ['login', 'launch', 'page'];

/** What a server takes to bring one person from a link in a course to the page behind it. */
export async function launchSection(): Promise<void> {
  section('One login and launch of an LTI tool', [
    'CPU ms of the process of the tool for each person, over 16 connections. The least checks the',
    'signature, keeps state and session, and nothing else. The database of ltijs has',
    'a process of its own, whose CPU time is not counted; ours is in the process that is measured.',
    await busyness(),
  ]);
  const found = await interleaved(cells, 3);
  const ms = (cell: Cell, step: string) => found[cell][step] ?? Number.NaN;
  const whole = (cell: Cell) => steps.reduce((sum, step) => sum + ms(cell, step), 0);
  table([
    ['tool', ...steps, 'together', 'then asked by the page', 'keys fetched', 'MB'],
    ...cells.map((cell) => [
      names[cell],
      ...steps.map((step) => round(ms(cell, step))),
      round(whole(cell)),
      cell === 'launch-bluebridge' ? round(ms(cell, 'questions')) : '–',
      `${ms(cell, 'fetches')} for ${ms(cell, 'launches')} launches`,
      round(ms(cell, 'rssMb')),
    ]),
  ]);
  const both = (cell: Cell) => ms(cell, 'login') + ms(cell, 'launch');
  const [ours, least, theirs] = [cells[0], cells[1], cells[2]];
  goal('login and launch, CPU ms', both(ours), { atMost: 1 });
  goal('times less than ltijs', both(theirs) / both(ours), { atLeast: 6 });
  figure('times less than ltijs, with the page', whole(theirs) / whole(ours));
  figure('times the least, with the page', whole(ours) / whole(least));
}

/** Says how busy the machine is: the same hash takes 1.4 µs where nothing else runs. */
async function busyness(): Promise<string> {
  const text = 'x'.repeat(1100);
  const micros = await cpuMicrosEach(20_000, () => hash('sha256', text));
  return `Load ${round(loadavg()[0] ?? 0)}; a hash of 1.1 KB takes ${round(micros)} µs.`;
}
