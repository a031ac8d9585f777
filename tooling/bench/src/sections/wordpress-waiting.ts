import { loadavg } from 'node:os';
import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '@bluebridge/simulator';
import { goal, round, section, table } from '../report.ts';
import { groupCpuMs } from '../wordpress/process-group.ts';
import { readPage, type School, withSchools } from '../wordpress/schools.ts';

const minute = Number(env['BENCH_WAITING_MS'] ?? 60_000);
const polls = 200;
const visitors = 200;

/** What waiting costs: one question of a page, and 200 people in front of one room for a minute. */
export async function wordpressWaitingSection(): Promise<void> {
  const simulator = await startSimulator({ secret: 'for-benchmarks-only' });
  try {
    await withSchools(['bluebridge'], simulator, async ([opened], database) => {
      if (opened === undefined) throw new Error('there is no school');
      const [, school] = opened;
      const address = await statusAddress(school);
      section('Waiting in front of a room of a WordPress', [
        `PHP's own web server with an opcode cache, ${database}; CPU time of its processes, without the database's.`,
        `${visitors} visitors ask as often as they are told to, over ${minute / 1000} s (load ${round(loadavg()[0] ?? 0)}).`,
      ]);
      const poll = await cpuOfPolls(school, address);
      const core = await cpuOfPolls(school, `${school.site.url}/wp-json/wp/v2/types/post`);
      const began = Date.now();
      const answered = await waitTogether(address);
      // A busy machine answers some visitors only after the minute.
      const calls = simulator
        .requests()
        .filter(({ at }) => at >= began && at < began + minute)
        .map(({ call }) => call);
      table([
        ['', ''],
        ['CPU of a status poll, ms', round(poll)],
        ['CPU of a route of WordPress itself, ms', round(core)],
        ['polls answered', answered],
        ['calls to the meeting server', calls.length],
        ['of them create', calls.filter((call) => call === 'create').length],
      ]);
      goal('CPU of a status poll, ms', poll, { atMost: 18 });
      goal('calls in a minute', (calls.length * 60_000) / minute, { atMost: 12 });
      goal('meetings created by waiting', calls.filter((call) => call === 'create').length, {
        atMost: 0,
      });
    });
  } finally {
    await simulator.close();
  }
}

/** The page says where its script asks. */
async function statusAddress(school: School): Promise<string> {
  const page = (await readPage(school, '/room/')).replaceAll('\\/', '/').replaceAll('&amp;', '&');
  const found = /http:[^"'\s]+\/rooms\/\d+\/status\?door=[\w-]+/.exec(
    page.replaceAll('&#038;', '&'),
  );
  if (found === null) throw new Error('the page with the room says nowhere to ask');
  return `${found[0]}&waiting=true`;
}

/** As a page asks that knows what it was told last time. */
async function cpuOfPolls(school: School, address: string): Promise<number> {
  let tag = '';
  const ask = async () => {
    const answer = await fetch(address, tag === '' ? {} : { headers: { 'if-none-match': tag } });
    await answer.arrayBuffer();
    tag = answer.headers.get('etag') ?? '';
    if (answer.status !== 200 && answer.status !== 304) throw new Error(`${answer.status}`);
  };
  for (let warm = 0; warm < 20; warm += 1) await ask();
  const before = groupCpuMs(school.served.group);
  for (let turn = 0; turn < polls; turn += 1) await ask();
  return (groupCpuMs(school.served.group) - before) / polls;
}

/** Each visitor begins at a moment of their own, and asks again when the answer says so. */
async function waitTogether(address: string): Promise<number> {
  const end = performance.now() + minute;
  let answered = 0;
  async function visitor(index: number): Promise<void> {
    let wait = (index / visitors) * 5000;
    while (performance.now() + wait < end) {
      await pause(wait);
      const answer = await fetch(address);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`a visitor was answered ${answer.status}`);
      answered += 1;
      wait = Math.max(1000, Number(answer.headers.get('bluebridge-ask-after') ?? 5000));
    }
  }
  await Promise.all(Array.from({ length: visitors }, (_, index) => visitor(index)));
  return answered;
}
