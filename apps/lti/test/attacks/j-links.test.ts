import type { SeatsReply } from '../../src/seats/replies.ts';
import type { Target } from '../../src/storage/links.ts';
import { classroom, enterMeeting } from '../kit/classroom.ts';
import { at, chosenItemFor, roomBehind } from '../kit/copied-course.ts';
import { post } from '../kit/driving.ts';
import { follow, letPagesHear } from '../kit/following.ts';
import { roomOf, visit } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

type Opens = Exclude<Target['opens'], 'room'>;

/** A room in which a meeting is held, and somebody who followed a link to its recordings. */
async function throughLink(opens: Opens, as: 'teacher' | 'student' = 'student') {
  // A server that reserves seats tells when meetings end, too.
  const here = await classroom({ seats: 100 });
  const { tool } = here;
  const first = at({ custom: { groups: '1' } });
  const teacher = await visit(tool, 'teacher', first);
  await visit(tool, 'student', first);
  await teacher.api('POST', '/api/groups/use', { use: 'separate' });
  await enterMeeting(await teacher.press());
  const room = await roomBehind(tool, teacher);
  const item = await chosenItemFor(tool, room, { opens, recordID: 'r-1' });
  const custom = { bluebridge_item: item.id, groups: '1' };
  const visitor = await visit(tool, as, { ...at({ link: '7', custom }), sub: '9' });
  return { ...here, teacher, visitor };
}

const links: readonly Opens[] = ['recording', 'gallery'];

/** Tries something by a link of each kind. */
async function byBoth<Found>(attempt: (opens: Opens) => Promise<Found>): Promise<readonly Found[]> {
  const found = [];
  for (const opens of links) found.push(await attempt(opens));
  return found;
}

async function entering(opens: Opens): Promise<unknown> {
  const here = await throughLink(opens);
  const { tool, visitor } = here;
  const asked = await visitor.api('POST', '/api/join-ticket');
  // Even with a ticket the door stays shut.
  const session = await tool.storage.sessions.byBearer(visitor.bearer);
  const ticket = await tool.storage.tickets.issue('join', session?.id ?? '');
  const before = here.calls().length;
  const entered = await post(tool, '/join', { ticket });
  return [
    asked.status,
    entered.status,
    entered.headers.get('location'),
    here.calls().length - before,
  ];
}

async function looking(opens: Opens): Promise<unknown> {
  const { tool, teacher, visitor } = await throughLink(opens, 'teacher');
  // Both are told in one go, and not the same.
  const inside = await follow(tool, teacher);
  const page = await follow(tool, visitor);
  await letPagesHear(tool);
  const { meeting } = await roomOf(visitor);
  const told = [meeting, page.latest()].map((reply) =>
    'open' in reply ? [reply.open, reply.state, reply.people?.length, reply.canEnd] : reply,
  );
  const ends = [teacher, visitor].map(async ({ api }) => {
    const { body } = await api<SeatsReply>('GET', '/api/seats');
    return body.end !== null;
  });
  return [...told, inside.latest().open, ...(await Promise.all(ends))];
}

async function leading(opens: Opens): Promise<unknown> {
  const { teacher, visitor } = await throughLink(opens, 'teacher');
  const statuses = [];
  for (const path of ['message', 'document', 'extend', 'end']) {
    statuses.push((await visitor.api('POST', `/api/${path}`, { text: 'Hello' })).status);
  }
  const { meeting } = await roomOf(teacher);
  return [statuses, meeting.kind === 'known' && meeting.open];
}

async function wayThroughGroups(opens: Opens): Promise<unknown> {
  const { tool, visitor } = await throughLink(opens);
  const room = await roomBehind(tool, visitor);
  const entered = await visitor.api('POST', '/api/groups/enter', { id: '1' });
  const rooms = await tool.storage.rooms.listOf(room);
  // The same from the room of a group, whose recordings a link may open too.
  const teacher = await visit(tool, 'teacher', at({}));
  await teacher.api('POST', '/api/groups/enter', { id: '1' });
  const ofGroup = (await tool.storage.rooms.listOf(room)).find(({ id }) => id !== room.id);
  if (!ofGroup) throw new Error('the group has no room');
  const item = await chosenItemFor(tool, ofGroup, { opens, recordID: 'r-2' });
  const place = at({ link: '8', custom: { bluebridge_item: item.id } });
  const inGroup = await visit(tool, 'student', { ...place, sub: '9' });
  const back = await inGroup.api('POST', '/api/groups/back');
  return [inGroup.roomId === ofGroup.id, entered.status, rooms.length, back.status];
}

const cases: readonly Case[] = [
  [
    155,
    'the meeting of a room, entered by a link to its recordings',
    'refused without asking the meeting server, even with a ticket',
    () => byBoth(entering),
    [
      [403, 403, null, 0],
      [403, 403, null, 0],
    ],
  ],
  [
    155,
    'who is in a room, whether it is open and until when, by such a link',
    'not told',
    () => byBoth(looking),
    [
      [[false, '', 0, false], [false, '', 0, false], true, true, false],
      [[false, '', 0, false], [false, '', 0, false], true, true, false],
    ],
  ],
  [
    155,
    'everything that leads a meeting, by a teacher through such a link',
    'refused; the meeting goes on',
    () => byBoth(leading),
    [
      [[403, 403, 403, 403], true],
      [[403, 403, 403, 403], true],
    ],
  ],
  [
    159,
    'the room of one’s group and the room above it, by such a link',
    'refused, and none is made',
    () => byBoth(wayThroughGroups),
    [
      [true, 403, 1, 403],
      [true, 403, 1, 403],
    ],
  ],
];

describeCases('J: links to recordings', cases);
