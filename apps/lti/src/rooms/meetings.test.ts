import { createClient, serverFrom } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ManualClock } from '../../test/kit/manual-clock.ts';
import { withSession } from '../../test/kit/fill.ts';
import { second } from '../clock.ts';
import { openStorage } from '../storage/database.ts';
import { createMeetingInfos } from './meeting-info.ts';
import { createMeetings } from './meetings.ts';

const teacher = {
  roomId: 'r',
  userID: 'u',
  fullName: 'Tina',
  isModerator: true,
  mayManage: true,
  mayJoin: true,
  opens: 'room',
  groupKeys: [],
  language: 'en',
} as const;

const live = (extra = '', createTime = 17) =>
  `<meetingID>bb-1</meetingID><internalMeetingID>i</internalMeetingID><createTime>${createTime}</createTime>${extra}<attendees/>`;
const withPassword = '<moderatorPW>mp</moderatorPW>';
const success = (fields: string) =>
  `<response><returncode>SUCCESS</returncode>${fields}</response>`;
const failed = (key: string) =>
  `<response><returncode>FAILED</returncode><messageKey>${key}</messageKey><message>no</message></response>`;

/** Meetings on a server that gives these answers, one after the other. */
function meetingsOn(...answers: readonly string[]) {
  return meetingsAt('bigbluebutton', {}, ...answers);
}

async function meetingsAt(
  dialect: string,
  accountDefaults: AccountDefaults,
  ...answers: readonly string[]
) {
  const clock = new ManualClock();
  const storage = await openStorage(':memory:', clock);
  onTestFinished(() => storage.close());
  const { room } = await withSession(storage);
  const left = [...answers];
  const sent: URL[] = [];
  const client = createClient(
    serverFrom({ endpoint: 'https://bbb.example/bigbluebutton/', secret: 'sesame', dialect }),
    {
      transport: {
        send({ url }) {
          sent.push(new URL(url));
          const answer = left.shift() ?? failed('nothingLeft');
          const body = new TextEncoder().encode(answer.replaceAll('>bb-1<', `>${room.meetingID}<`));
          return Promise.resolve({ status: 200, headers: { 'content-type': 'text/xml' }, body });
        },
      },
    },
  );
  const { meetingWatches: watches, events } = storage;
  const infos = createMeetingInfos({ client, clock, watches, events });
  const leaveUrl = () => 'https://rooms.example/left/r';
  const meetings = createMeetings({
    client,
    infos,
    storage,
    clock,
    accountDefaults,
    documentsFor: () => Promise.resolve([]),
    callbackParams: () => ({}),
    leaveUrl,
  });
  const calls = () => sent.map(({ pathname }) => pathname.split('/').at(-1));
  return { meetings, storage, room, clock, sent, calls };
}

describe('entering', () => {
  it('looks once more when somebody else was quicker to open the room', async () => {
    const { meetings, calls, room, clock } = await meetingsOn(
      failed('notFound'),
      failed('idNotUnique'),
      success(live()),
    );
    const entering = meetings.enter(room, teacher);
    await expect.poll(() => calls().length).toBe(2);
    clock.advance(5 * second);
    expect((await entering).kind).toBe('go');
    expect(calls()).toEqual(['getMeetingInfo', 'create', 'getMeetingInfo']);
  });

  it('lets the job of a meeting begin when no older answer counts any more', async () => {
    const { meetings, room, storage, clock } = await meetingsOn(
      failed('notFound'),
      success(live()),
    );
    const changedAt: (number | undefined)[] = [];
    vi.spyOn(storage.jobs, 'hasten').mockImplementation(async () => {
      changedAt.push((await storage.meetingWatches.get(room.meetingID))?.changedAt);
      return true;
    });
    await meetings.enter(room, teacher);
    expect(changedAt).toEqual([clock.now()]);
  });

  it('waits when it cannot look once more, because somebody asked and died', async () => {
    const { meetings, calls, room, clock, storage } = await meetingsOn(
      failed('notFound'),
      failed('idNotUnique'),
    );
    const entering = meetings.enter(room, teacher);
    await expect.poll(() => calls().length).toBe(2);
    const watch = await storage.meetingWatches.get(room.meetingID);
    clock.advance(1);
    await storage.meetingWatches.claim(room.meetingID, watch, clock.now());
    clock.advance(10 * second);
    expect(await entering).toEqual({ kind: 'wait', reason: 'ending' });
    expect(calls()).toHaveLength(2);
  });

  it('opens a room anew at once whose meeting was seen to be gone', async () => {
    const answers = [success(live()), failed('notFound'), success(live('', 18))];
    const { meetings, calls, room, clock } = await meetingsOn(failed('notFound'), ...answers);
    await meetings.enter(room, teacher);
    clock.advance(6 * second);
    expect(await meetings.info(room)).toBeNull();
    const entry = await meetings.enter(room, teacher);
    expect(entry).toMatchObject({ kind: 'go', url: expect.stringContaining('createTime=18') });
    expect(calls()).toEqual(['getMeetingInfo', 'create', 'getMeetingInfo', 'create']);
  });

  it.each([
    ['joins it when it is there', [success(live())], ['getMeetingInfo']],
    [
      'opens a new one when it is gone',
      [failed('notFound'), success(live())],
      ['getMeetingInfo', 'create'],
    ],
  ])(
    'looks again for a meeting that somebody else opened a moment ago, and %s',
    async (_what, answers, later) => {
      const { meetings, calls, room, clock, storage } = await meetingsOn(
        failed('notFound'),
        ...answers,
      );
      await meetings.info(room);
      clock.advance(second);
      const { id: roomId, meetingID } = room;
      const row = {
        roomId,
        meetingID,
        language: 'en',
        seats: 0,
        live: { createTime: 17 },
      } as const;
      await storage.meetings.inTurn(roomId, (records) => records.add(row));
      const reserving = vi.spyOn(storage.meetings, 'inTurn');
      const entering = meetings.enter(room, teacher);
      // The look of a second ago says that there is none, and may be older than the meeting.
      await expect.poll(() => reserving.mock.calls.length).toBe(1);
      clock.advance(4 * second);
      expect((await entering).kind).toBe('go');
      expect(calls()).toEqual(['getMeetingInfo', ...later]);
    },
  );

  it('makes a room that was just opened known at once', async () => {
    const { meetings, room } = await meetingsOn(
      failed('notFound'),
      success(live()),
      success(live()),
    );
    expect(await meetings.info(room)).toBeNull();
    await meetings.enter(room, teacher);
    expect(await meetings.info(room)).toMatchObject({ createTime: 17 });
  });

  it.each([
    ['what the account says', { maxParticipants: 40, durationMinutes: 90 }, ['40', '90']],
    ['what is usual where it says nothing', {}, ['20', '120']],
  ])('reserves %s, where the server reserves seats', async (_what, account, expected) => {
    const answers = [failed('notFound'), success(live())];
    const { meetings, sent, room } = await meetingsAt('integration', account, ...answers);
    await meetings.enter(room, teacher);
    const asked = sent[1]?.searchParams;
    expect([asked?.get('maxParticipants'), asked?.get('duration')]).toEqual(expected);
  });

  it('ties the way in to the meeting that was found', async () => {
    const { meetings, room } = await meetingsOn(success(live()));
    const entry = await meetings.enter(room, teacher);
    const url = new URL(entry.kind === 'go' ? entry.url : 'about:blank');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      meetingID: room.meetingID,
      role: 'MODERATOR',
      createTime: '17',
      logoutURL: 'https://rooms.example/left/r',
    });
  });
});

describe('ending', () => {
  it('sends the moderator password it heard of, without a question', async () => {
    const { meetings, sent, calls, room } = await meetingsOn(
      success(live(withPassword)),
      success(''),
    );
    await meetings.info(room);
    await meetings.end(room);
    expect(calls()).toEqual(['getMeetingInfo', 'end']);
    expect(sent[1]?.searchParams.get('password')).toBe('mp');
  });

  it('sends the one that came with opening the room', async () => {
    const { meetings, sent, calls, room } = await meetingsOn(
      failed('notFound'),
      success(live(withPassword)),
      success(''),
    );
    await meetings.enter(room, teacher);
    await meetings.end(room);
    expect(calls()).toEqual(['getMeetingInfo', 'create', 'end']);
    expect(sent[2]?.searchParams.get('password')).toBe('mp');
  });

  it('sends none where it knows of none, nor that of an earlier meeting', async () => {
    const { meetings, sent, room, storage, clock } = await meetingsOn(
      success(live(withPassword)),
      success(''),
    );
    await meetings.info(room);
    // Another process learned of a new meeting.
    const snapshot = JSON.stringify({ createTime: 18, attendees: [] });
    await storage.meetingWatches.note(room.meetingID, { at: clock.now(), snapshot });
    await meetings.end(room);
    expect(sent[1]?.searchParams.has('password')).toBe(false);
  });

  it('asks for the password of a server that wants one', async () => {
    const { meetings, sent, calls, room } = await meetingsOn(
      failed('invalidPassword'),
      success(live(withPassword)),
      success(''),
    );
    await meetings.end(room);
    expect(calls()).toEqual(['end', 'getMeetingInfo', 'end']);
    expect(sent[2]?.searchParams.get('password')).toBe('mp');
  });

  it('fails when there is none to send', async () => {
    const { meetings, calls, room } = await meetingsOn(failed('invalidPassword'), success(live()));
    await expect(meetings.end(room)).rejects.toMatchObject({ code: 'access_denied' });
    expect(calls()).toEqual(['end', 'getMeetingInfo']);
  });

  it('is content when the meeting is gone by then', async () => {
    const { meetings, room } = await meetingsOn(failed('notFound'));
    await expect(meetings.end(room)).resolves.toBeUndefined();
  });
});
