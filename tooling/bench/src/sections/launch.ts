import { hash } from 'node:crypto';
import { loadavg } from 'node:os';
import { interleaved } from '../fresh-process.ts';
import { cpuMicrosEach } from '../measure.ts';
import { goal, round, section, table } from '../report.ts';

const names = {
  'launch-bluebridge': 'Bluebridge, SQLite',
  'launch-ltijs': 'ltijs 5.9.9, PostgreSQL',
} as const;
const cells = Object.keys(names) as (keyof typeof names)[];
const steps = ['login', 'launch', 'page'];

/** What a server takes to bring one person from a link in a course to the page behind it. */
export async function launchSection(): Promise<void> {
  section('One login and launch of an LTI tool', [
    'CPU ms of the process of the tool for each person, over 16 connections. The database of ltijs has',
    'a process of its own, whose CPU time is not counted; ours is in the process that is measured.',
    await busyness(),
  ]);
  const found = await interleaved(cells, 3);
  const ms = (cell: keyof typeof names, step: string) => found[cell][step] ?? Number.NaN;
  const whole = (cell: keyof typeof names) => steps.reduce((sum, step) => sum + ms(cell, step), 0);
  table([
    ['tool', ...steps, 'together', 'then asked by the page', 'keys fetched', 'MB'],
    ...cells.map((cell) => [
      names[cell],
      ...steps.map((step) => round(ms(cell, step))),
      round(whole(cell)),
      cell === 'launch-ltijs' ? '–' : round(ms(cell, 'questions')),
      `${ms(cell, 'fetches')} for ${ms(cell, 'launches')} launches`,
      round(ms(cell, 'rssMb')),
    ]),
  ]);
  const [ours, theirs] = [whole('launch-bluebridge'), whole('launch-ltijs')];
  goal('login, launch and page, CPU ms', ours, { atMost: 1 });
  goal('times less than ltijs', theirs / ours, { atLeast: 6 });
  goal(
    'times less, with what the page asks',
    theirs / (ours + ms('launch-bluebridge', 'questions')),
    {
      atLeast: 6,
    },
  );
}

/** Says how busy the machine is: the same hash takes 1.4 µs where nothing else runs. */
async function busyness(): Promise<string> {
  const text = 'x'.repeat(1100);
  const micros = await cpuMicrosEach(20_000, () => hash('sha256', text));
  return `Load ${round(loadavg()[0] ?? 0)}; a hash of 1.1 KB takes ${round(micros)} µs.`;
}
