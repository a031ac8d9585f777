import { hour, minute } from '../../src/clock.ts';
import type { GroupsReply, WayReply } from '../../src/groups/replies.ts';
import { claim } from '../../src/launch/claim-names.ts';
import { type Classroom, classroom, enterMeeting, meetingIdOf } from '../kit/classroom.ts';
import { post } from '../kit/driving.ts';
import { roles } from '../kit/fake-platform.ts';
import { sendJson } from '../kit/send-json.ts';
import { type TestTool, testTool } from '../kit/test-tool.ts';
import { bearerFor, visit, type Visitor, visitorWith } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';
import { routeNeeds, routesThatNeed } from './route-needs.ts';

const asStudent = { [claim.roles]: [roles.student] };

/** What a page may do: read the settings, and end the meeting. */
async function mayOf({ api }: Visitor): Promise<readonly boolean[]> {
  const [settings, end] = [await api('GET', '/api/settings'), await api('POST', '/api/end')];
  return [settings, end].map(({ status }) => status !== 403);
}

async function follow(tool: TestTool, { url }: WayReply): Promise<Visitor> {
  const [, roomId = '', code = ''] = /^\/room\/([0-9a-f]{32})\?lang=en#([\w-]+)$/.exec(url) ?? [];
  return visitorWith(tool, roomId, await bearerFor(tool, code));
}

/** Teachers of two courses and a room for a group, on one tool. */
async function downgraded(): Promise<unknown> {
  const tool = await testTool();
  await visit(tool, 'student', { [claim.custom]: { groups: 'red' } });
  const before = await visit(tool, 'teacher');
  await sendJson(tool, before, '/api/groups/use', { use: 'separate' });
  const { body } = await sendJson<WayReply>(tool, before, '/api/groups/enter', { id: 'red' });
  const inGroup = await follow(tool, body);
  const elsewhere = await visit(tool, 'teacher', { [claim.context]: { id: '3', title: 'Other' } });
  const colleague = await visit(tool, 'teacher', { sub: '4' });
  const now = await visit(tool, 'teacher', asStudent);
  return Promise.all([now, before, inGroup, elsewhere, colleague].map(mayOf));
}

/** Keeps a stolen session going by walking between the room and that of a group. */
async function walkingOn(): Promise<unknown> {
  const tool = await testTool();
  await visit(tool, 'student', { [claim.custom]: { groups: 'red' } });
  let here = await visit(tool, 'teacher');
  await sendJson(tool, here, '/api/groups/use', { use: 'separate' });
  for (let step = 0; step < 30; step += 1) {
    tool.clock.advance(hour / 4);
    const path = step % 2 === 0 ? '/api/groups/enter' : '/api/groups/back';
    here = await follow(tool, (await sendJson<WayReply>(tool, here, path, { id: 'red' })).body);
  }
  tool.clock.advance(hour / 4);
  const before = (await here.api('GET', '/api/room')).status;
  tool.clock.advance(hour / 4 + minute);
  return [before, (await here.api('GET', '/api/room')).status];
}

async function otherGroup(): Promise<unknown> {
  const tool = await testTool();
  const inGroup = (groups: string, sub: string) => ({ sub, [claim.custom]: { groups } });
  const red = await visit(tool, 'student', inGroup('red', '5'));
  const blue = await visit(tool, 'student', inGroup('blue', '6'));
  const teacher = await visit(tool, 'teacher');
  await sendJson(tool, teacher, '/api/groups/use', { use: 'separate' });
  const enter = async (who: Visitor, id: string) =>
    (await sendJson(tool, who, '/api/groups/enter', { id })).status;
  const { body } = await blue.api<GroupsReply>('GET', '/api/groups');
  return [
    [await enter(red, 'red'), await enter(blue, 'red'), await enter(teacher, 'red')],
    body.groups.map(({ id }) => id),
  ];
}

/** Looks for a way in that asks for nothing but an address, among all routes there are. */
async function withoutLaunch(): Promise<unknown> {
  const here = await classroom();
  const { tool } = here;
  const teacher = await visit(tool, 'teacher');
  await enterMeeting(await teacher.press());
  const ways = [];
  for (const route of Object.keys(routeNeeds)) {
    const [method = '', path = ''] = route.split(' ');
    const address = path.replace(/:\w+/g, teacher.roomId);
    const type = path.startsWith('/api/')
      ? 'application/json'
      : 'application/x-www-form-urlencoded';
    const fields = {
      room: teacher.roomId,
      id: teacher.roomId,
      name: 'Guest',
      ticket: teacher.roomId,
    };
    const body = type.endsWith('json') ? JSON.stringify(fields) : new URLSearchParams(fields);
    const init =
      method === 'POST' ? { method, body, headers: { 'content-type': type } } : { method };
    const { status, headers } = await tool.app.request(address, init);
    const leads = headers.get('location') ?? '';
    if (leads !== '' && leads !== '/admin/enter') ways.push(`${route}: ${status}`);
  }
  const meeting = await here.attendees(await meetingIdOf(here, teacher));
  return [ways, routesThatNeed('join'), meeting.length];
}

/** Presses the button with more in the form than it has. */
async function pressWith(
  { tool }: Classroom,
  visitor: Visitor,
  fields: Record<string, string>,
): Promise<Response> {
  const { body } = await sendJson<{ ticket: string }>(tool, visitor, '/api/join-ticket', fields);
  return post(tool, '/join?role=MODERATOR', { ...fields, ticket: body.ticket });
}

async function wantsToModerate(): Promise<unknown> {
  const here = await classroom();
  const custom = { role: 'MODERATOR', isModerator: 'true', roles: 'Instructor' };
  const teacher = await visit(here.tool, 'teacher');
  const student = await visit(here.tool, 'student', { [claim.custom]: custom });
  await enterMeeting(await teacher.press());
  here.lookAgain();
  const wishes = { role: 'MODERATOR', isModerator: 'true', userID: 'x', fullName: 'Tina Teacher' };
  await enterMeeting(await pressWith(here, student, wishes));
  return here.attendees(await meetingIdOf(here, teacher));
}

/** The signed address of a student's way into the open meeting. */
async function wayOf(student: Visitor): Promise<URL> {
  return new URL((await student.press()).headers.get('location') ?? '');
}

/** Follows an address to the server, and answers whether it lets one in; errors lead elsewhere. */
async function letsIn(address: URL): Promise<boolean> {
  const { headers } = await fetch(address, { redirect: 'manual' });
  return headers.get('location')?.includes('sessionToken=') === true;
}

async function changedAddress(): Promise<unknown> {
  const here = await classroom();
  const teacher = await visit(here.tool, 'teacher');
  const student = await visit(here.tool, 'student');
  await enterMeeting(await teacher.press());
  here.lookAgain();
  const changed = await wayOf(student);
  changed.searchParams.set('role', 'MODERATOR');
  const twice = await wayOf(student);
  twice.searchParams.append('role', 'MODERATOR');
  return [await letsIn(changed), await letsIn(twice), await letsIn(await wayOf(student))];
}

/** Keeps the address of one meeting for before and during the next. */
async function keptAddress(): Promise<unknown> {
  const here = await classroom();
  const teacher = await visit(here.tool, 'teacher');
  const student = await visit(here.tool, 'student');
  await enterMeeting(await teacher.press());
  here.lookAgain();
  const kept = await wayOf(student);
  const tries = [await letsIn(kept)];
  await teacher.api('POST', '/api/end');
  here.simulator.advance(5 * minute);
  here.lookAgain();
  tries.push(await letsIn(kept));
  await enterMeeting(await teacher.press());
  here.lookAgain();
  tries.push(await letsIn(kept), await letsIn(await wayOf(student)));
  return tries;
}

async function beforeTheTeacher(): Promise<unknown> {
  const here = await classroom();
  const student = await visit(here.tool, 'student');
  const { headers } = await student.press();
  const { body } = await student.api('GET', '/api/room');
  const seen = JSON.stringify([headers.get('location'), body]);
  const calls = new Set(here.calls());
  return [seen.includes(here.simulator.url) || seen.includes('bb-'), [...calls]];
}

const cases: readonly Case[] = [
  [
    144,
    'a stolen token kept alive for 8 hours by walking between rooms of groups',
    'refused then',
    walkingOn,
    [200, 401],
  ],
  [
    158,
    'a teacher who is a learner at the next launch, with pages of before still open',
    'a learner on all of them; not in other courses, and nobody else',
    downgraded,
    [
      [false, false],
      [false, false],
      [false, false],
      [true, true],
      [true, true],
    ],
  ],
  [
    158,
    'a learner who is a teacher at the next launch',
    'a teacher on the page of that launch',
    async () => {
      const tool = await testTool();
      const before = await visit(tool, 'teacher', asStudent);
      return [await mayOf(before), await mayOf(await visit(tool, 'teacher'))];
    },
    [
      [false, false],
      [true, true],
    ],
  ],
  [
    159,
    'the room of another group',
    'refused and not listed; open for its members and the teacher',
    otherGroup,
    [[200, 403, 200], ['blue']],
  ],
  [
    160,
    'a guest link, used after its end or guessed',
    'there are none: no address leads into a room without a launch, and only a session gets a ticket',
    withoutLaunch,
    [[], ['POST /api/join-ticket'], 1],
  ],
  [
    161,
    'a learner who sends the role of a moderator with everything they send',
    'a viewer under their own name',
    wantsToModerate,
    [
      { name: 'Tina Teacher', role: 'MODERATOR' },
      { name: 'Sam Student', role: 'VIEWER' },
    ],
  ],
  [
    161,
    'a signed address with another role, or with one more',
    'refused by the meeting server; good as it was',
    changedAddress,
    [false, false, true],
  ],
  [
    162,
    'a learner who wants in before the teacher',
    'waits, and learns no address of the meeting, which nobody creates',
    beforeTheTeacher,
    [false, ['getMeetingInfo']],
  ],
  [
    162,
    'the signed address of the last meeting, before the next one and in it',
    'refused by the meeting server, because the address names its meeting’s creation',
    keptAddress,
    [true, false, false, true],
  ],
];

describeCases('J: rights', cases);
