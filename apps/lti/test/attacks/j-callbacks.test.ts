import { createHash } from 'node:crypto';
import { endCallbackUrl } from '@bluebridge/core';
import { hour, minute, second } from '../../src/clock.ts';
import { enterMeeting } from '../kit/classroom.ts';
import { follow } from '../kit/following.ts';
import { type HookedClassroom, hookedClassroom } from '../kit/hooked-classroom.ts';
import { testMetricsToken } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { type Case, describeCases } from './attack.ts';

/** A room with an open meeting, and an address of ours that its server may have. */
async function hooked() {
  const here = await hookedClassroom();
  const teacher = await visit(here.tool, 'teacher');
  await enterMeeting(await teacher.press());
  await here.pass(10 * second);
  const room = await here.tool.storage.rooms.get(teacher.roomId);
  if (!room) throw new Error('there is no room');
  const token = 'ab'.repeat(32);
  await here.tool.storage.hooks.plan(room, token);
  return { ...here, room, token, teacher };
}

type Hooked = Awaited<ReturnType<typeof hooked>>;

interface Forged {
  readonly meetingID?: string;
  readonly secret?: string;
  readonly token?: string;
  readonly id?: string;
  readonly number?: number;
  readonly sentAt?: number;
  /** What the checksum covers instead of the body. */
  readonly signs?: string;
}

/** Posts an event; without changes one that is genuine. */
async function post(here: Hooked, forged: Forged = {}): Promise<number> {
  const { tool, room } = here;
  const { id = 'user-joined', number = 0, token = here.token, secret = here.secret } = forged;
  const { meetingID = room.meetingID, sentAt = tool.clock.now() } = forged;
  const meeting = { 'external-meeting-id': meetingID, 'internal-meeting-id': 'i-1' };
  const event = { data: { id, attributes: { meeting, user: { number } } } };
  const fields = { domain: 'bbb', event: JSON.stringify([event]), timestamp: String(sentAt) };
  const body = new URLSearchParams(fields).toString();
  const url = tool.hookDesk.urlOf(token);
  const checksum = createHash('sha256')
    .update(`${url}${forged.signs ?? body}${secret}`)
    .digest('hex');
  const response = await tool.app.request(`${url}?checksum=${checksum}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  return response.status;
}

/** Counts of callbacks by what became of them. */
async function counted({ tool }: HookedClassroom): Promise<Record<string, number>> {
  const headers = { authorization: `Bearer ${testMetricsToken}` };
  const text = await (await tool.app.request('/metrics', { headers })).text();
  const found = text.matchAll(/callbacks_total\{outcome="(\w+)"\} (\d+)/g);
  return Object.fromEntries([...found].map(([, outcome, count]) => [outcome, Number(count)]));
}

async function endCallback(here: Hooked, change: (url: URL) => void, key = here.secret) {
  const { tool, room } = here;
  const claims = {
    meetingID: room.meetingID,
    roomRef: room.id,
    expiresAt: tool.clock.now() + hour,
  };
  const url = new URL(endCallbackUrl(`${tool.baseUrl}/callbacks/meeting-ended`, claims, key));
  change(url);
  return (await tool.app.request(url.href)).status;
}

const cases: readonly Case[] = [
  [
    163,
    'an event signed with the secret of another server',
    'refused',
    async () => post(await hooked(), { secret: 'the secret of another server' }),
    403,
  ],
  [
    163,
    'an event whose body was changed after signing',
    'refused',
    async () => post(await hooked(), { signs: 'another body' }),
    403,
  ],
  [
    163,
    'an event at an address nobody was given',
    'unknown',
    async () => {
      const here = await hooked();
      return [await post(here, { token: 'cd'.repeat(32) }), await post(here, { token: '..%2f' })];
    },
    [404, 404],
  ],
  [
    163,
    'an event that was heard before',
    'answered, and nothing follows from it',
    async () => {
      const here = await hooked();
      const before = await counted(here);
      const statuses = [await post(here), await post(here), await post(here)];
      const { taken = 0, repeated = 0 } = await counted(here);
      return [statuses, taken - (before['taken'] ?? 0), repeated - (before['repeated'] ?? 0)];
    },
    [[200, 200, 200], 1, 2],
  ],
  [
    163,
    'an event that is an hour old',
    'refused',
    async () => {
      const here = await hooked();
      return post(here, { sentAt: here.tool.clock.now() - hour });
    },
    403,
  ],
  [
    163,
    'an event about a meeting of another room',
    'answered, and nothing follows from it',
    async () => {
      const here = await hooked();
      const status = await post(here, { meetingID: 'bb-of-another-room', id: 'meeting-ended' });
      const { foreign = 0 } = await counted(here);
      return [status, foreign];
    },
    [200, 1],
  ],
  [
    163,
    'a genuine word of the end of a meeting that goes on',
    'the server is asked, and the room stays open',
    async () => {
      const here = await hooked();
      const page = await follow(here.tool, here.teacher);
      await here.pass(6 * second);
      const status = await post(here, { id: 'meeting-ended' });
      await here.pass(10 * second);
      await here.tool.jobs.runDue();
      return [status, page.latest().open];
    },
    [200, true],
  ],
  [
    163,
    'an end callback with another meeting, another key, another room, or too late',
    'refused',
    async () => {
      const here = await hooked();
      const statuses = [
        await endCallback(here, (url) => url.searchParams.set('meetingID', 'bb-other')),
        await endCallback(here, () => {}, 'the key of somebody else'),
        await endCallback(here, (url) => url.searchParams.set('room', 'other')),
        await endCallback(here, (url) => url.searchParams.delete('mac')),
      ];
      const genuine = await endCallback(here, () => {});
      const late = await endCallback(here, () => here.tool.clock.advance(2 * hour));
      return [...statuses, genuine, late];
    },
    [403, 403, 403, 400, 200, 403],
  ],
  [
    164,
    'two thousand genuine events within a second',
    'all answered, most dropped, and one question more at most',
    async () => {
      const here = await hooked();
      await follow(here.tool, here.teacher);
      await here.pass(minute);
      const asked = () => here.calls().filter((call) => call === 'getMeetingInfo').length;
      const before = asked();
      const statuses = new Set<number>();
      for (let number = 0; number < 2000; number += 1) statuses.add(await post(here, { number }));
      await here.pass(6 * second);
      const { flood = 0, taken = 0 } = await counted(here);
      return [[...statuses], flood >= 900, taken <= 1100, asked() - before <= 2];
    },
    [[200], true, true, true],
  ],
  [
    164,
    'an event of a megabyte',
    'refused before it is read',
    async () => {
      const { tool, token } = await hooked();
      const response = await tool.app.request(`${tool.hookDesk.urlOf(token)}?checksum=0`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `event=${'x'.repeat(1024 * 1024)}`,
      });
      return response.status;
    },
    413,
  ],
];

describeCases('J: callbacks', cases);
