import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startForTest, type TestServer, text } from './harness.ts';
import { openPage } from './open-page.ts';
import { startReceiver } from './receiver.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The account of the description's example: 20 connections. */
function startAccount(rules = {}): Promise<TestServer> {
  return startForTest({ profile: 'integration', seats: { connections: 20, ...rules } });
}

async function create(server: TestServer, meetingID: string, more: string): Promise<string> {
  const answer = await server.call('create', `name=Room&meetingID=${meetingID}&${more}`);
  return text(answer, 'messageKey') ?? '';
}

function bringIn(server: TestServer, meetingID: string, ...userIDs: string[]): void {
  for (const userID of userIDs) {
    server.simulator.act({ kind: 'join', meetingID, attendee: { fullName: userID, userID } });
  }
}

async function isKnown(server: TestServer, meetingID: string): Promise<boolean> {
  const answer = await server.call('getMeetingInfo', `meetingID=${meetingID}`);
  return text(answer, 'returncode') === 'SUCCESS';
}

function seats(server: TestServer) {
  const shown = server.simulator.state().seats;
  if (shown === undefined) throw new Error('This server shares no seats.');
  const { held, overtime, free } = shown;
  return { held, overtime, free };
}

describe('an account with 20 connections and a meeting A of 15 for two hours', () => {
  async function startWithA(): Promise<TestServer> {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=15&duration=120');
    bringIn(server, 'room-A', 'ada', 'ben');
    return server;
  }

  it('has no room for more than the other 5 until A has ended', async () => {
    const server = await startWithA();
    expect(await create(server, 'room-B', 'maxParticipants=6&duration=60')).toBe('maxConcurrent');
    expect(await isKnown(server, 'room-B')).toBe(false);
    expect(await create(server, 'room-C', 'maxParticipants=5&duration=60')).toBe('');
    server.simulator.advance(2 * hour - 1);
    expect(await create(server, 'room-D', 'maxParticipants=10&duration=60')).toBe('maxConcurrent');
    expect(await isKnown(server, 'room-A')).toBe(true);
  });

  it('lets A go on after the two hours, and ends it for a meeting B of 10', async () => {
    const server = await startWithA();
    server.simulator.advance(5 * hour);
    expect(await isKnown(server, 'room-A')).toBe(true);
    expect(seats(server)).toEqual({ held: 0, overtime: 15, free: 5 });
    expect(await create(server, 'room-B', 'maxParticipants=10&duration=60')).toBe('');
    expect(await isKnown(server, 'room-A')).toBe(false);
    expect(text(await server.call('end', 'meetingID=room-A'), 'messageKey')).toBe('notFound');
    expect(seats(server)).toEqual({ held: 10, overtime: 0, free: 10 });
  });

  it('keeps A beside a meeting that fits into the other 5', async () => {
    const server = await startWithA();
    server.simulator.advance(2 * hour);
    expect(await create(server, 'room-B', 'maxParticipants=5&duration=60')).toBe('');
    expect(await isKnown(server, 'room-A')).toBe(true);
  });

  it('does not end A for a meeting that would not fit even then', async () => {
    const server = await startWithA();
    server.simulator.advance(2 * hour);
    expect(await create(server, 'room-B', 'maxParticipants=21&duration=60')).toBe('maxConcurrent');
    expect(await isKnown(server, 'room-A')).toBe(true);
  });
});

it('can count a meeting in overtime by its connections alone', async () => {
  const server = await startAccount({ overtimeCounts: 'as-connected' });
  await create(server, 'room-A', 'maxParticipants=15&duration=120');
  bringIn(server, 'room-A', 'ada', 'ben');
  server.simulator.advance(2 * hour);
  expect(seats(server)).toEqual({ held: 0, overtime: 2, free: 18 });
  expect(await create(server, 'room-B', 'maxParticipants=18&duration=60')).toBe('');
  expect(await isKnown(server, 'room-A')).toBe(true);
  expect(await create(server, 'room-C', 'maxParticipants=1&duration=60')).toBe('');
  expect(await isKnown(server, 'room-A')).toBe(false);
});

it('ends those first that have been in overtime longest, and no more than needed', async () => {
  const server = await startAccount();
  for (const [meetingID, minutes] of [
    ['second', 20],
    ['first', 10],
    ['third', 30],
  ] as const) {
    await create(server, meetingID, `maxParticipants=5&duration=${minutes}`);
    bringIn(server, meetingID, 'ada');
  }
  server.simulator.advance(hour);
  expect(await create(server, 'new', 'maxParticipants=12&duration=60')).toBe('');
  expect(await isKnown(server, 'first')).toBe(false);
  expect(await isKnown(server, 'second')).toBe(false);
  expect(await isKnown(server, 'third')).toBe(true);
});

describe('a reservation', () => {
  it('has defaults for what create leaves out, and shows them', async () => {
    const server = await startAccount({ defaultSeats: 7, defaultMinutes: 30 });
    const answer = await server.call('create', 'name=Room&meetingID=room-A');
    expect(text(answer, 'duration')).toBe('30');
    const info = await server.call('getMeetingInfo', 'meetingID=room-A');
    expect(text(info, 'maxUsers')).toBe('7');
    expect(server.simulator.state().seats?.meetings).toEqual([
      expect.objectContaining({ meetingID: 'room-A', reserved: 7, connected: 0, holds: 7 }),
    ]);
  });

  it('is neither doubled nor prolonged by a second create', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=15&duration=60');
    bringIn(server, 'room-A', 'ada');
    server.simulator.advance(50 * minute);
    expect(await create(server, 'room-A', 'maxParticipants=20&duration=600')).toBe(
      'duplicateWarning',
    );
    expect(seats(server)).toEqual({ held: 15, overtime: 0, free: 5 });
    server.simulator.advance(10 * minute);
    expect(seats(server)).toEqual({ held: 0, overtime: 15, free: 5 });
  });

  it('is given back when nobody came', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=15&duration=60');
    server.simulator.advance(5 * minute);
    expect(seats(server)).toEqual({ held: 0, overtime: 0, free: 20 });
  });

  it('is given back only when the server has let go of an ended meeting', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=15&duration=60');
    await server.call('end', 'meetingID=room-A');
    expect(await create(server, 'room-B', 'maxParticipants=15&duration=60')).toBe('maxConcurrent');
    server.simulator.advance(5_000);
    expect(await isKnown(server, 'room-A')).toBe(false);
    expect(await create(server, 'room-B', 'maxParticipants=15&duration=60')).toBe('');
  });

  it('is not taken by a create that is refused for another reason', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=15&duration=60');
    bringIn(server, 'room-A', 'ada');
    server.simulator.advance(hour);
    const wrongAddress = 'maxParticipants=15&duration=60&preUploadedPresentation=nowhere';
    expect(await create(server, 'room-B', wrongAddress)).toBe('invalidPresentationUrl');
    expect(await isKnown(server, 'room-A')).toBe(true);
  });
});

it('remembers across a restart what is reserved', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'simulator-seats-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const before = await startForTest({ profile: 'integration', dataDirectory });
  await create(before, 'room-A', 'maxParticipants=15&duration=60');
  await before.simulator.close();
  const after = await startForTest({ profile: 'integration', dataDirectory });
  expect(seats(after)).toEqual({ held: 15, overtime: 0, free: 35 });
  after.simulator.advance(4 * minute);
  bringIn(after, 'room-A', 'ada');
  after.simulator.advance(hour);
  expect(seats(after)).toEqual({ held: 0, overtime: 15, free: 35 });
});

it('refuses by another key when told so', async () => {
  const server = await startAccount({ refusalKey: 'clientCapacityLimitCross' });
  expect(await create(server, 'room-A', 'maxParticipants=21')).toBe('clientCapacityLimitCross');
});

describe('somebody who comes in', () => {
  const query = (name: string) =>
    `meetingID=room-A&fullName=${name}&userID=${name}&role=VIEWER&redirect=false`;

  it('finds the seats that were reserved, and no more', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=2&duration=60');
    bringIn(server, 'room-A', 'ada', 'ben');
    const answer = await server.call('join', query('eve'));
    expect(text(answer, 'messageKey')).toBe('maxParticipantsReached');
  });

  it('comes in again from another device while a connection is free', async () => {
    const server = await startAccount();
    await create(server, 'room-A', 'maxParticipants=2&duration=60');
    await create(server, 'room-B', 'maxParticipants=17&duration=60');
    bringIn(server, 'room-A', 'ada', 'ben', 'ben');
    expect(seats(server)).toEqual({ held: 20, overtime: 0, free: 0 });
    const answer = await server.call('join', query('ben'));
    expect(text(answer, 'messageKey')).toBe('maxParticipantsReached');
  });

  it('finds no seat in overtime that others have reserved by now', async () => {
    const server = await startAccount({ overtimeCounts: 'as-connected' });
    await create(server, 'room-A', 'maxParticipants=5&duration=10');
    bringIn(server, 'room-A', 'ada');
    server.simulator.advance(hour);
    await create(server, 'room-B', 'maxParticipants=18&duration=60');
    expect(text(await server.call('join', query('ben')), 'returncode')).toBe('SUCCESS');
    bringIn(server, 'room-A', 'ben');
    const answer = await server.call('join', query('eve'));
    expect(text(answer, 'messageKey')).toBe('maxParticipantsReached');
  });

  it('keeps the seat while the page is loaded again', async () => {
    const server = await startAccount({ connections: 1 });
    await create(server, 'room-A', 'maxParticipants=1&duration=60');
    const token = text(await server.call('join', query('ada')), 'session_token') ?? '';
    const page = await openPage(server, token);
    await page.see();
    page.close();
    await server.until(() => seatsOf(server) === 0);
    const again = await (await openPage(server, token)).see();
    expect(again.people).toHaveLength(1);
  });

  function seatsOf(server: TestServer): number | undefined {
    return server.simulator.state().meetings[0]?.attendees[0]?.connections;
  }
});

it('tells people and the host system why a meeting was ended for another', async () => {
  const server = await startAccount();
  const receiver = await startReceiver();
  const callback = encodeURIComponent(`${receiver.url}/ended`);
  await create(server, 'room-A', `maxParticipants=15&duration=60&meta_endCallbackUrl=${callback}`);
  const query = 'meetingID=room-A&fullName=Ada&role=MODERATOR&redirect=false';
  const token = text(await server.call('join', query), 'session_token') ?? '';
  const page = await openPage(server, token);
  await page.see();
  server.simulator.advance(hour);
  await create(server, 'room-B', 'maxParticipants=15&duration=60');
  expect((await page.over()).reason).toBe('seats_needed');
  await server.simulator.idle();
  const targets = receiver.requests.map(({ target }) => target);
  expect(targets).toEqual(['/ended?recordingmarks=false&meetingID=room-A']);
});
