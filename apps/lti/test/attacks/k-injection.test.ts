import { jsonLog } from '../../src/log.ts';
import { claim } from '../../src/launch/claim-names.ts';
import { classroom, enterMeeting, meetingIdOf } from '../kit/classroom.ts';
import { begin, post } from '../kit/driving.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { testTool } from '../kit/test-tool.ts';
import { roomOf, visit } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

const titled = (title: string) => ({ [claim.resourceLink]: { id: '9', title } });

/** Shows a room's title on the only page that holds one: the room is full. */
async function refusalPageFor(title: string): Promise<string> {
  const here = await classroom();
  const teacher = await visit(here.tool, 'teacher', titled(title));
  const student = await visit(here.tool, 'student', titled(title));
  const meetingID = await meetingIdOf(here, teacher);
  await here.server.call('create', { meetingID, name: 'Small', maxParticipants: 1 });
  await enterMeeting(await teacher.press());
  here.lookAgain();
  return (await student.press()).text();
}

/** Gives the title under which a room shows up. */
async function shownTitle(title: string): Promise<string> {
  return (await roomOf(await visit(await testTool(), 'student', titled(title)))).title;
}

const xss: readonly Case[] = ['<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>'].map(
  (title) => [
    165,
    `a title with ${title}`,
    'is text on the page',
    async () => {
      const page = await refusalPageFor(title);
      return [page.includes(title), page.includes(title.replaceAll('<', '&lt;').slice(-12, -1))];
    },
    [false, true],
  ],
);

const cases: readonly Case[] = [
  ...xss,
  [
    165,
    'a title with direction overrides and control characters',
    'comes without them',
    async () => /\p{C}/u.test(await shownTitle('Exam\u202Egpj.exe\u0007\u001B[31m')),
    false,
  ],
  [
    165,
    'a title of 10 kB',
    'is cut',
    async () => (await shownTitle('x'.repeat(10_240))).length <= 512,
    true,
  ],
  [
    169,
    'ids made of SQL and wildcards',
    'are ids like others, each with a room of its own',
    async () => {
      const tool = await testTool();
      const ids = ["' or 1=1 --", '%', '_', '"; drop table rooms; --', '9'];
      const rooms = [];
      for (const id of ids) {
        const changes = { [claim.resourceLink]: { id, title: `Room ${id}` }, sub: id };
        const visitor = await visit(tool, 'student', changes);
        rooms.push(`${visitor.roomId} ${(await roomOf(visitor)).title}`);
      }
      return [new Set(rooms).size, rooms.every((room, index) => room.endsWith(ids[index] ?? '?'))];
    },
    [5, true],
  ],
  [
    170,
    'a title with &, =, #, % and a line break',
    'reaches the meeting as text, with a good checksum',
    async () => {
      const here = await classroom();
      const teacher = await visit(here.tool, 'teacher', titled('A & B=C#1 50%41\nrecord=false'));
      await enterMeeting(await teacher.press());
      const meetingID = await meetingIdOf(here, teacher);
      const { meetingName } = await here.server.call('getMeetingInfo', { meetingID });
      return meetingName;
    },
    'A & B=C#1 50%41 record=false',
  ],
  [
    172,
    'a refusal with a line break, to write a log line of its own',
    'one line, without its words',
    async () => {
      const tool = await testTool();
      const { state, cookie } = await begin(tool);
      const error = 'x\n{"event":"launch","outcome":"accepted"}';
      await post(tool, '/lti/launch', { state, error, error_description: error }, { cookie });
      const lines: string[] = [];
      const log = jsonLog((line) => void lines.push(line), new ManualClock());
      for (const { event, ...fields } of tool.log) log('warn', event, fields);
      return [
        lines.join('').split('\n').length - 1 === tool.log.length,
        /accepted/.test(lines.join('')),
      ];
    },
    [true, false],
  ],
];

// 166 (CSV) is in k-csv.test.ts, 171 (uploads) in k-uploads.test.ts. 167 (ICS) and 168 (e-mail) have
// no place: the tool makes none. That secrets never reach the log (172) is in test/secrecy.test.ts.
describeCases('by injection', cases);
