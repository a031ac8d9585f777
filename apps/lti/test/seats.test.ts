import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import type { SeatsReply } from '../src/seats/replies.ts';
import { type Classroom, classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { post } from './kit/driving.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { passTime } from './kit/passing-time.ts';
import { saveSettings } from './kit/save-settings.ts';
import { visit, type Visitor } from './kit/visitor.ts';

/** An account of 30 seats. Rooms reserve 20 for two hours unless they say otherwise. */
async function school() {
  const clock = new ManualClock();
  const other = await fakePlatform('other');
  const here = await classroom({ seats: 30, clock, tool: { others: [other] } });
  const room = (name: string, more = {}) =>
    visit(here.tool, 'teacher', { [claim.resourceLink]: { id: name, title: name }, ...more });
  return { here, clock, other, room };
}

async function reserving({ tool }: Classroom, { roomId }: Visitor, seats: number, minutes: number) {
  const room = await tool.storage.rooms.get(roomId);
  const settings = { ...room?.settings, maxParticipants: seats, durationMinutes: minutes };
  await saveSettings(tool.storage, roomId, settings);
}

async function seatsOf({ api }: Visitor): Promise<SeatsReply> {
  const { status, body } = await api<SeatsReply>('GET', '/api/seats');
  expect(status).toBe(200);
  return body;
}

function creates({ simulator }: Classroom): readonly URLSearchParams[] {
  const sent = simulator.requests().filter(({ call }) => call === 'create');
  return sent.map(({ query }) => new URLSearchParams(query));
}

const nothing: SeatsReply = { reserves: '', free: '', trouble: '', holders: [], end: null };

async function refusalOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(403);
  const page = await answer.text();
  return page.replaceAll(/\s+/g, ' ');
}

describe('where the server reserves seats, a teacher', () => {
  it('sees what opening takes before pressing the button, which asks nothing more', async () => {
    const { here, room } = await school();
    const teacher = await room('maths');
    expect(await seatsOf(teacher)).toEqual({
      ...nothing,
      reserves: 'Opening the room reserves 20 seats for 2 hours.',
      free: '30 seats are free at the moment.',
    });
    await reserving(here, teacher, 12, 45);
    expect(await seatsOf(teacher)).toMatchObject({
      reserves: 'Opening the room reserves 12 seats for 45 minutes.',
    });
    await enterMeeting(await teacher.press());
    const [create] = creates(here);
    expect([create?.get('maxParticipants'), create?.get('duration')]).toEqual(['12', '45']);
    expect(here.simulator.state().seats).toMatchObject({ held: 12, free: 18 });
  });

  it('is refused before the server is asked, and told who has the seats and for how long', async () => {
    const { here, clock, room } = await school();
    const maths = await room('maths');
    const physics = await room('physics');
    await enterMeeting(await maths.press());
    clock.advance(30 * minute - second);
    const physicsAgain = await room('physics');
    expect(await seatsOf(physicsAgain)).toMatchObject({
      trouble: '10 seats are free at the moment. There will be enough in 91 minutes.',
      holders: ['maths · 20 seats · for 91 minutes more'],
    });
    const page = await refusalOf(await physicsAgain.press());
    expect(page).toContain('There are not enough free seats to open the room.');
    expect(page).toContain('There will be enough in 91 minutes.');
    expect(page).toContain('maths · 20 seats');
    expect(page).not.toContain('name="confirms"');
    expect(creates(here)).toHaveLength(1);
    expect(physics.roomId).toBe(physicsAgain.roomId);
  });

  it('reads names of rooms of the own institution only', async () => {
    const { here, other, room } = await school();
    const abroad = await visit({ ...here.tool, platform: other }, 'teacher', {
      [claim.resourceLink]: { id: 'secret plans', title: 'Secret plans' },
    });
    const nextDoor = await room('Next door', { [claim.deploymentId]: 'x'.repeat(255) });
    await reserving(here, abroad, 14, 60);
    await reserving(here, nextDoor, 11, 60);
    for (const teacher of [abroad, nextDoor]) await enterMeeting(await teacher.press());
    const maths = await room('maths');
    const { holders } = await seatsOf(maths);
    expect(holders).toEqual([
      'Another school · 14 seats · for 60 minutes more',
      'Another course · 11 seats · for 60 minutes more',
    ]);
    const page = await refusalOf(await maths.press());
    expect(page).not.toMatch(/Secret plans|Next door/);
  });

  it('is told when the room is larger than the account', async () => {
    const { here, room } = await school();
    const teacher = await room('hall');
    await reserving(here, teacher, 31, 60);
    expect((await seatsOf(teacher)).trouble).toContain('more seats than there are');
    expect(await refusalOf(await teacher.press())).toContain('more seats than there are');
    expect(creates(here)).toHaveLength(0);
  });

  it('gets the seats at once that somebody else gives back', async () => {
    const { here, room } = await school();
    const [maths, physics] = [await room('maths'), await room('physics')];
    await enterMeeting(await maths.press());
    await refusalOf(await physics.press());
    expect((await maths.api('POST', '/api/end')).status).toBe(200);
    expect((await seatsOf(physics)).trouble).toContain('There will be enough in a moment.');
    await passTime(here, 20 * second);
    expect(await seatsOf(physics)).toMatchObject({ trouble: '', holders: [] });
    await enterMeeting(await physics.press());
  });

  it('gets them too when everybody has left and the server has closed the meeting', async () => {
    const { here, room } = await school();
    const [maths, physics] = [await room('maths'), await room('physics')];
    await enterMeeting(await maths.press());
    here.simulator.act({ kind: 'end', meetingID: await meetingIdOf(here, maths) });
    await passTime(here, 11 * minute);
    await enterMeeting(await physics.press());
    expect(await here.tool.storage.meetings.openIn(maths.roomId)).toBeUndefined();
  });
});

describe('a student', () => {
  it('learns nothing of seats but when the meeting ends', async () => {
    const { here, room } = await school();
    const maths = await room('maths');
    const link = { [claim.resourceLink]: { id: 'maths', title: 'maths' } };
    const student = await visit(here.tool, 'student', link);
    expect(await seatsOf(student)).toEqual(nothing);
    await enterMeeting(await maths.press());
    const { end, ...rest } = await seatsOf(student);
    expect(rest).toEqual({ reserves: '', free: '', trouble: '', holders: [] });
    expect(end).toMatchObject({ text: 'Planned end {time}, in 120 minutes', extend: '' });
  });

  it('who may open the room is refused without names', async () => {
    const { here, room } = await school();
    const [maths, physics] = [await room('maths'), await room('physics')];
    await saveSettings(here.tool.storage, physics.roomId, { anyoneCanStart: true });
    await enterMeeting(await maths.press());
    const student = await visit(here.tool, 'student', {
      [claim.resourceLink]: { id: 'physics', title: 'physics' },
    });
    const page = await refusalOf(await student.press());
    expect(page).toContain('There will be enough in 2 hours.');
    expect(page).not.toContain('maths');
  });
});

describe('a meeting beyond its planned end', () => {
  /** The scheduler is away, so that maths runs on. */
  async function overtime() {
    const all = await school();
    const maths = await all.room('maths');
    await reserving(all.here, maths, 20, 20);
    await enterMeeting(await maths.press());
    all.clock.advance(25 * minute);
    all.here.simulator.advance(0);
    return { ...all, maths, physics: await all.room('physics') };
  }

  it('ends in favour of another only when its teacher agrees', async () => {
    const { here, maths, physics } = await overtime();
    const { trouble, holders } = await seatsOf(physics);
    expect(trouble).toContain('the meeting server ends what is beyond its planned end');
    expect(holders).toEqual(['maths · 20 seats · beyond its planned end']);
    const page = await refusalOf(await physics.press());
    expect(page).toContain('maths · 20 seats');
    expect(creates(here)).toHaveLength(1);
    expect(here.simulator.state().meetings).toHaveLength(1);

    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1];
    const [ticket = '', confirms = ''] = [field('ticket'), field('confirms')];
    expect(confirms).not.toContain(await meetingIdOf(here, maths));
    await enterMeeting(await post(here.tool, '/join', { ticket, confirms }));
    const told = here.simulator.requests().filter(({ call }) => call === 'sendChatMessage');
    expect(told.map(({ query }) => new URLSearchParams(query).get('meetingID'))).toEqual([
      await meetingIdOf(here, maths),
    ]);
    await passTime(here, 20 * second);
    expect(here.simulator.state().meetings.map(({ name }) => name)).toEqual(['physics']);
    expect(await here.tool.storage.meetings.openIn(maths.roomId)).toBeUndefined();
  });

  it('is not given up by an agreement to end another one', async () => {
    const { here, physics } = await overtime();
    const { body } = await physics.api<{ ticket: string }>('POST', '/api/join-ticket');
    const answer = await post(here.tool, '/join', { ticket: body.ticket, confirms: 'a,b' });
    expect(answer.status).toBe(403);
    expect(creates(here)).toHaveLength(1);
  });
});

describe('a meeting that the ledger does not know', () => {
  it('becomes known by the refusal of the server', async () => {
    const { here, clock, room } = await school();
    await here.simulator.seed({
      meetings: [
        {
          parameters: {
            meetingID: 'moodle-7',
            name: 'Elsewhere',
            maxParticipants: 25,
            duration: 60,
          },
        },
      ],
    });
    clock.advance(second);
    const teacher = await room('maths');
    expect((await seatsOf(teacher)).trouble).toBe('');
    const page = await refusalOf(await teacher.press());
    expect(page).toContain('There will be enough in 60 minutes.');
    expect(page).toContain('Another system · 25 seats');
    expect(page).not.toContain('Elsewhere');
    // From now on it is known before anybody asks the server.
    await refusalOf(await teacher.press());
    expect(creates(here)).toHaveLength(1);
    expect(await here.tool.storage.meetings.openIn(teacher.roomId)).toBeUndefined();
  });

  it('becomes known once a minute by the list of the server', async () => {
    const { here, clock, room } = await school();
    await here.tool.storage.jobs.add({ kind: 'seats-sync', key: 'always', dueAt: clock.now() });
    const meeting = { meetingID: 'moodle-7', name: 'Elsewhere', maxParticipants: 25, duration: 60 };
    const attendees = [{ fullName: 'Eve', userID: 'eve' }];
    await here.simulator.seed({ meetings: [{ parameters: meeting, attendees }] });
    await here.tool.jobs.runDue();
    const teacher = await room('maths');
    expect((await seatsOf(teacher)).holders).toEqual([
      'Another system · 25 seats · for 60 minutes more',
    ]);
    here.simulator.act({ kind: 'end', meetingID: 'moodle-7' });
    await passTime(here, 2 * minute);
    expect(await seatsOf(teacher)).toMatchObject({ holders: [], trouble: '' });
    const lists = here.simulator.requests().filter(({ call }) => call === 'getMeetings');
    expect(lists.length).toBeLessThanOrEqual(4);
  });

  it('is taken up when it is one of its own whose row was lost', async () => {
    const { here, clock, room } = await school();
    const teacher = await room('maths');
    const meetingID = await meetingIdOf(here, teacher);
    const parameters = { meetingID, name: 'maths', maxParticipants: 20, duration: 60 };
    const attendees = [{ fullName: 'Tina', userID: 'tina', role: 'MODERATOR' as const }];
    await here.simulator.seed({ meetings: [{ parameters, attendees }] });
    await here.tool.storage.jobs.add({ kind: 'seats-sync', key: 'always', dueAt: clock.now() });
    await here.tool.jobs.runDue();
    expect(await here.tool.storage.meetings.openIn(teacher.roomId)).toMatchObject({
      meetingID,
      seats: 20,
      state: 'live',
    });
    await passTime(here, hour + 6 * minute);
    expect(here.simulator.state().meetings).toEqual([]);
  });
});
