import { onTestFinished } from 'vitest';
import { second } from '../../src/clock.ts';
import { administrator } from '../kit/administrator.ts';
import { addRecording, askToChoose, choosingAfter } from '../kit/choosing.ts';
import { type Classroom, classroom, enterMeeting } from '../kit/classroom.ts';
import { newSqliteFile, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { changedTables, type Rows, rowsOf } from '../kit/rows.ts';
import { loginFields } from '../kit/driving.ts';
import { sendJson } from '../kit/send-json.ts';
import { roomOf, visit, type Visitor } from '../kit/visitor.ts';
import { describeCases } from './attack.ts';
import { routeNeeds } from './route-needs.ts';

/**
 * Where reading leaves a mark, and none that anybody decided: what the meeting server said last,
 * who waits to be asked again, and what there must be to answer at all.
 */
const marks: Readonly<Record<string, string>> = {
  logins: 'a login that a platform begins by leading a browser here, as the standard says',
  launch_traces: 'how far a login got that was refused',
  tool_keys: 'the first key, made when it is first shown',
  meeting_watches: 'the last look at a meeting',
  recordings: 'the index of recordings, as the server has them',
  recording_lists: 'when that was asked',
};

/** What a meeting server knows, but for the time and how people are connected to it. */
async function knownTo({ url }: Classroom['simulator']): Promise<string> {
  const state: unknown = await (await fetch(`${url}/control/state`)).json();
  const passing = new Set(['now', 'connections']);
  return JSON.stringify(state, (key, value: unknown) => (passing.has(key) ? undefined : value));
}

interface Furnished extends Classroom {
  readonly file: string;
  readonly teacher: Visitor;
}

/** A room with a running meeting and some of everything. */
async function furnished(): Promise<Furnished> {
  const file = newSqliteFile();
  const clock = new ManualClock();
  const storage = await openFor(file, clock);
  const here = await classroom({ clock, tool: { storage } });
  onTestFinished(() => here.tool.live.close());
  const teacher = await visit(here.tool, 'teacher');
  await enterMeeting(await teacher.press());
  await addRecording(here.tool, teacher.roomId, 'rec-1');
  const slides = { name: 'a.txt', type: 'text/plain', content: new TextEncoder().encode('a') };
  await storage.documents.add(teacher.roomId, slides, 9);
  return { ...here, file, teacher };
}

/** Every address of the tool that is read, with ids that there are. */
async function addressesOf({ tool, teacher }: Furnished): Promise<readonly string[]> {
  const { roomId } = teacher;
  const [document] = await tool.storage.documents.listOf(roomId);
  const [platform] = await tool.storage.platforms.list();
  const choosing = await choosingAfter(tool, await askToChoose(tool));
  const preset = { name: 'Exam', values: {}, locked: [], isDefault: false };
  const { id: presetId } = await tool.storage.presets.set(preset);
  const known: Readonly<Record<string, string>> = {
    '/room/': roomId,
    '/wait/': roomId,
    '/left/': roomId,
    '/choose/': choosing.id,
    '/admin/platforms/': platform?.id ?? '',
    '/admin/presets/': presetId,
  };
  const link = await tool.storage.documents.issueLink(document?.id ?? '');
  const login = new URLSearchParams(loginFields(tool)).toString();
  const addresses = Object.keys(routeNeeds).flatMap((route) => {
    const [method, path = ''] = route.split(' ');
    if (method !== 'GET') return [];
    const [place = ''] = /^.*\/(?=:id)/.exec(path) ?? [];
    const address = path
      .replace(':id', known[place] ?? '')
      .replace('/documents/:token/:name', `/documents/${link}/a.txt`)
      .replace(':name', 'tool.css');
    return [address, `${address}?recordID=rec-1&room=${roomId}&text=a&action=delete&to=off`];
  });
  return [...addresses, `/lti/login?${login}`];
}

/** Leaves out when something was last used. */
function withoutUse(rows: Rows): Rows {
  const unused = Object.entries(rows).map(
    ([table, all]) => [table, all.map((row) => ({ ...row, last_used_at: 0 }))] as const,
  );
  return Object.fromEntries(unused);
}

/** Does something, and answers which tables tell of it, and whether the meeting server does. */
async function traceOf({ file, simulator }: Furnished, act: () => Promise<unknown>) {
  const before = withoutUse(await rowsOf(file, Object.keys(marks)));
  const known = await knownTo(simulator);
  await act();
  const after = withoutUse(await rowsOf(file, Object.keys(marks)));
  return {
    tables: changedTables(before, after).toSorted(),
    onServer: known !== (await knownTo(simulator)),
  };
}

/** Reads every address as somebody, and answers what came of that, and how many there were. */
async function crawl(here: Furnished, headers: Record<string, string>) {
  const addresses = await addressesOf(here);
  let served = 0;
  const trace = await traceOf(here, async () => {
    for (const address of addresses) {
      const response = await here.tool.app.request(address, { headers });
      if (response.ok) served += 1;
      await response.body?.cancel();
      here.tool.clock.advance(second);
    }
  });
  return { ...trace, served };
}

async function byTeacher(): Promise<unknown> {
  const here = await furnished();
  const { served, ...trace } = await crawl(here, {
    authorization: `Bearer ${here.teacher.bearer}`,
  });
  return { ...trace, isMuch: served > 40, meeting: (await roomOf(here.teacher)).meeting.kind };
}

async function byAdministrator(): Promise<unknown> {
  const here = await furnished();
  const { cookie } = await administrator(here.tool);
  const { served, ...trace } = await crawl(here, { cookie });
  return { ...trace, isMuch: served > 40 };
}

describeCases('I: reading', [
  [
    145,
    'every address that is read, by a teacher whose browser is led there',
    'changes nothing but notes of logins, and of what the meeting server said',
    byTeacher,
    { tables: [], onServer: false, isMuch: true, meeting: 'known' },
  ],
  [
    145,
    'every address that is read, by an administrator whose browser is led there',
    'changes nothing but notes of logins, and of what the meeting server said',
    byAdministrator,
    { tables: [], onServer: false, isMuch: true },
  ],
  [
    145,
    'a change by a form, to see that one would be noticed',
    'is noticed',
    async () => {
      const here = await furnished();
      return traceOf(here, async () => {
        await sendJson(here.tool, here.teacher, '/api/groups/use', { use: 'visible' });
        await here.teacher.api('POST', '/api/end');
      });
    },
    { tables: ['audit', 'meetings', 'rooms'], onServer: true },
  ],
]);
