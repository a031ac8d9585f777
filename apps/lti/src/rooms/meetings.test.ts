import { createClient, serverFrom } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../test/kit/manual-clock.ts';
import { withSession } from '../../test/kit/fill.ts';
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

const live = (extra = '') =>
  `<meetingID>bb-1</meetingID><internalMeetingID>i</internalMeetingID><createTime>17</createTime>${extra}<attendees/>`;
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
    const { meetings, calls, room } = await meetingsOn(
      failed('notFound'),
      failed('idNotUnique'),
      success(live()),
    );
    const entry = await meetings.enter(room, teacher);
    expect(entry.kind).toBe('go');
    expect(calls()).toEqual(['getMeetingInfo', 'create', 'getMeetingInfo']);
  });

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
  it('sends the moderator password where the server has one', async () => {
    const info = success(live('<moderatorPW>mp</moderatorPW>'));
    const { meetings, sent, calls, room } = await meetingsOn(info, success(''));
    await meetings.end(room);
    expect(calls()).toEqual(['getMeetingInfo', 'end']);
    expect(sent[1]?.searchParams.get('password')).toBe('mp');
  });

  it('sends none where there is none', async () => {
    const { meetings, sent, room } = await meetingsOn(success(live()), success(''));
    await meetings.end(room);
    expect(sent[1]?.searchParams.has('password')).toBe(false);
  });

  it('is content when the meeting is gone by then', async () => {
    const { meetings, room } = await meetingsOn(success(live()), failed('notFound'));
    await expect(meetings.end(room)).resolves.toBeUndefined();
  });
});
