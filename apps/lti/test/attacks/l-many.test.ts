import { migrations } from '../../src/storage/migrations/all.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { newSqliteFile, openEngineFor, openFor, peek } from '../kit/databases.ts';
import { begin, claimsFor, launchWith } from '../kit/driving.ts';
import { sign } from '../kit/fake-platform.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { runProcess } from '../kit/storage-processes.ts';
import { testTool } from '../kit/test-tool.ts';
import { describeCases, outcomeOf } from './attack.ts';

const students = 100;

/** Launches a whole lecture at once. Only processor time counts: others may use the machine too. */
async function manyAtOnce(): Promise<unknown> {
  const tool = await testTool();
  const launches = await Promise.all(
    Array.from({ length: students }, async (_, at) => {
      const begun = await begin(tool);
      const claims = claimsFor(tool, begun, { sub: `student ${at}` });
      return { begun, token: await sign(claims, tool.platform.keys) };
    }),
  );
  const before = process.cpuUsage();
  const answers = await Promise.all(
    launches.map(({ begun, token }) => launchWith(tool, begun, token)),
  );
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000 / students;
  const outcomes = new Set(await Promise.all(answers.map(outcomeOf)));
  const { sessions } = await tool.storage.census.count();
  return [[...outcomes], sessions, milliseconds < 60];
}

/** A database of the first version, in use, that two processes of this version start with. */
async function upgradedInUse(): Promise<unknown> {
  const file = newSqliteFile();
  const clock = new ManualClock();
  const old = await openEngineFor(file);
  await migrate(old, clock, migrations.slice(0, 1));
  await peek(
    file,
    "insert into platforms values ('p', 'https://lms.example', 'c', 'LMS', '', '', '', '[]', 1)",
  );
  await peek(
    file,
    "insert into rooms values ('r', 'p', '1', '2', '3', 'bb-1', 'Lecture', 'Physics', 1, 0, 1, 0, 0)",
  );
  const start = { address: file, now: clock.now() };
  const starts = await Promise.all([runProcess('open', start), runProcess('open', start)]);
  const room = await (await openFor(file, clock)).rooms.get('r');
  const steps = await peek(file, 'select name from migrations');
  return [starts.flat(), room?.title, room?.madeFor, steps.length === migrations.length];
}

describeCases('by many at once', [
  [
    176,
    `${students} students who launch at once`,
    'all admitted, at a pace that takes 1,000 in a minute',
    manyAtOnce,
    [['admitted'], students, true],
  ],
  [
    179,
    'an upgrade of a database in use, by two processes at once',
    'done once, and the rooms are as they were',
    upgradedInUse,
    [['opened', 'opened'], 'Lecture', 'link:3', true],
  ],
]);
