import { createClient, serverFrom } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import { describe, expect, it } from 'vitest';
import type { StoredRoom } from '../storage/rooms.ts';
import { createMeetings } from './meetings.ts';

const room: StoredRoom = {
  id: 'r',
  platformId: 'p',
  deploymentId: '1',
  contextId: '2',
  resourceLinkId: '3',
  meetingID: 'bb-1',
  title: 'Lecture',
  contextTitle: 'Physics',
  record: true,
  anyoneCanStart: false,
  waitForModerator: true,
  allJoinAsModerator: false,
};
const teacher = {
  roomId: 'r',
  userID: 'u',
  fullName: 'Tina',
  isModerator: true,
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

function meetingsAt(
  dialect: string,
  accountDefaults: AccountDefaults,
  ...answers: readonly string[]
) {
  const left = [...answers];
  const sent: URL[] = [];
  const client = createClient(
    serverFrom({ endpoint: 'https://bbb.example/bigbluebutton/', secret: 'sesame', dialect }),
    {
      transport: {
        send({ url }) {
          sent.push(new URL(url));
          const body = new TextEncoder().encode(left.shift() ?? failed('nothingLeft'));
          return Promise.resolve({ status: 200, headers: { 'content-type': 'text/xml' }, body });
        },
      },
    },
  );
  const leaveUrl = () => 'https://rooms.example/left/r';
  const meetings = createMeetings({ client, clock: { now: () => 0 }, accountDefaults, leaveUrl });
  return { meetings, sent, calls: () => sent.map(({ pathname }) => pathname.split('/').at(-1)) };
}

describe('entering', () => {
  it('looks once more when somebody else was quicker to open the room', async () => {
    const { meetings, calls } = meetingsOn(
      failed('notFound'),
      failed('idNotUnique'),
      success(live()),
    );
    const entry = await meetings.enter(room, teacher);
    expect(entry.kind).toBe('go');
    expect(calls()).toEqual(['getMeetingInfo', 'create', 'getMeetingInfo']);
  });

  it('makes a room that was just opened known at once', async () => {
    const { meetings } = meetingsOn(failed('notFound'), success(live()), success(live()));
    expect(await meetings.info(room)).toBeNull();
    await meetings.enter(room, teacher);
    expect(await meetings.info(room)).toMatchObject({ createTime: 17 });
  });

  it.each([
    ['what the account says', { maxParticipants: 40, durationMinutes: 90 }, ['40', '90']],
    ['what is usual where it says nothing', {}, ['20', '120']],
  ])('reserves %s, where the server reserves seats', async (_what, account, expected) => {
    const answers = [failed('notFound'), success(live())];
    const { meetings, sent } = meetingsAt('integration', account, ...answers);
    await meetings.enter(room, teacher);
    const asked = sent[1]?.searchParams;
    expect([asked?.get('maxParticipants'), asked?.get('duration')]).toEqual(expected);
  });

  it('ties the way in to the meeting that was found', async () => {
    const { meetings } = meetingsOn(success(live()));
    const entry = await meetings.enter(room, teacher);
    const url = new URL(entry.kind === 'go' ? entry.url : 'about:blank');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      meetingID: 'bb-1',
      role: 'MODERATOR',
      createTime: '17',
      logoutURL: 'https://rooms.example/left/r',
    });
  });
});

describe('ending', () => {
  it('sends the moderator password where the server has one', async () => {
    const info = success(live('<moderatorPW>mp</moderatorPW>'));
    const { meetings, sent, calls } = meetingsOn(info, success(''));
    await meetings.end(room);
    expect(calls()).toEqual(['getMeetingInfo', 'end']);
    expect(sent[1]?.searchParams.get('password')).toBe('mp');
  });

  it('sends none where there is none', async () => {
    const { meetings, sent } = meetingsOn(success(live()), success(''));
    await meetings.end(room);
    expect(sent[1]?.searchParams.has('password')).toBe(false);
  });

  it('is content when the meeting is gone by then', async () => {
    const { meetings } = meetingsOn(success(live()), failed('notFound'));
    await expect(meetings.end(room)).resolves.toBeUndefined();
  });
});

describe('recordings', () => {
  it('of another room are left out, whatever the server sends', async () => {
    const recording = (id: string) =>
      `<recording><recordID>rec-${id}</recordID><meetingID>${id}</meetingID></recording>`;
    const { meetings } = meetingsOn(
      success(`<recordings>${recording('bb-1')}${recording('bb-12')}</recordings>`),
    );
    const recordings = await meetings.recordings(room);
    expect(recordings.map(({ recordID }) => recordID)).toEqual(['rec-bb-1']);
  });
});
