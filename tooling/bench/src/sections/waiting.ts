import { loadavg } from 'node:os';
import { measure } from '../fresh-process.ts';
import type { Figures } from '../figures.ts';
import { goal, round, section, table } from '../report.ts';

const crowds = [1, 100, 1000] as const;
const mostCalls = 12;

/** Students in front of a closed room: what that asks of the tool and of the meeting server. */
export async function waitingSection(): Promise<void> {
  section('Students wait for a room for a minute', [
    'Each has a session by a launch and a stream of events, all in one process that looks by itself how',
    'the room is; the meeting server sends it no events. Times are of the clock, from the teacher being',
    `in until a student is told; server and students share the machine (load ${round(loadavg()[0] ?? 0)}).`,
  ]);
  const found: Figures[] = [];
  for (const students of crowds) found.push(await measure('waiting', String(students)));
  const row = (words: string, name: string) => [
    words,
    ...found.map((figures) => round(figures[name] ?? Number.NaN)),
  ];
  table([
    ['students', ...crowds],
    row('calls to the meeting server', 'asked'),
    row('meetings created meanwhile', 'created'),
    row('then by the teacher', 'createdByTeacher'),
    row('CPU of the tool, ms', 'cpuMs'),
    row('memory before their streams, MB', 'rssBeforeMb'),
    row('memory with them, MB', 'rssMb'),
    row('memory for each, KB', 'kbEach'),
    row('first told that it is open, ms', 'firstMs'),
    row('median', 'medianMs'),
    row('last', 'lastMs'),
  ]);
  const most = (name: string) => Math.max(...found.map((figures) => figures[name] ?? Number.NaN));
  goal('most calls in the minute', most('asked'), { atMost: mostCalls });
  goal('meetings created by those who wait', most('created'), { atMost: 0 });
  goal('the last is told after, ms', most('lastMs'), { atMost: 5000 });
}
