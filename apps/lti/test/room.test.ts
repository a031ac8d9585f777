import { describe, expect, it } from 'vitest';
import type { RecordingsReply, RoomReply } from '../src/rooms/api-replies.ts';
import { post } from './kit/driving.ts';
import { claim } from '../src/launch/claim-names.ts';
import { type Classroom, classroom, enterMeeting } from './kit/classroom.ts';
import { bearerFor, visit, type Visitor, visitorWith } from './kit/visitor.ts';

async function roomOf({ api }: Visitor): Promise<RoomReply> {
  return (await api<RoomReply>('GET', '/api/room')).body;
}

async function recordingsOf({ api }: Visitor): Promise<RecordingsReply> {
  return (await api<RecordingsReply>('GET', '/api/recordings')).body;
}

async function meetingIdOf({ tool }: Classroom, { roomId }: Visitor): Promise<string> {
  return (await tool.storage.rooms.get(roomId))?.meetingID ?? '';
}

describe('a teacher', () => {
  it('opens the room and is in it as a moderator', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    expect(await roomOf(teacher)).toEqual({
      title: 'Weekly lecture room',
      course: 'Physics 101',
      meeting: {
        kind: 'known',
        open: false,
        state: 'Not open yet',
        entry: { kind: 'start', label: 'Open room' },
        canEnd: false,
        people: [],
      },
    });
    await enterMeeting(await teacher.press());
    here.lookAgain();
    expect(await roomOf(teacher)).toMatchObject({
      meeting: {
        open: true,
        state: 'Open · 1 person',
        entry: { kind: 'join', label: 'Join room' },
        canEnd: true,
        people: [{ name: 'Tina Teacher', role: 'Moderator' }],
      },
    });
    const meetingID = await meetingIdOf(here, teacher);
    expect(meetingID).toMatch(/^bb-[0-9a-f]{32}$/);
    expect(await here.attendees(meetingID)).toEqual([{ name: 'Tina Teacher', role: 'MODERATOR' }]);
  });

  it('looks before opening, and sends the meeting its name, recording and the way back', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    await enterMeeting(await teacher.press());
    expect(here.calls()).toEqual(['getMeetingInfo', 'create', 'join']);
    const create = here.simulator.requests().find(({ call }) => call === 'create');
    const sent = Object.fromEntries(new URLSearchParams(create?.query));
    expect(sent).toMatchObject({
      name: 'Weekly lecture room',
      record: 'true',
      logoutURL: `https://rooms.example/left/${teacher.roomId}?lang=`,
    });
  });

  it('joins the meeting that is there instead of opening a second one', async () => {
    const here = await classroom();
    const [one, other] = [
      await visit(here.tool, 'teacher'),
      await visit(here.tool, 'teacher', { sub: '4', name: 'Ann Assistant' }),
    ];
    await enterMeeting(await one.press());
    here.lookAgain();
    await enterMeeting(await other.press());
    expect(here.calls().filter((call) => call === 'create')).toHaveLength(1);
  });

  it('and another one who open the room at the same moment meet in it', async () => {
    const here = await classroom();
    const teachers = [
      await visit(here.tool, 'teacher'),
      await visit(here.tool, 'teacher', { sub: '4', name: 'Ann Assistant' }),
    ];
    const answers = await Promise.all(teachers.map((teacher) => teacher.press()));
    await Promise.all(answers.map((answer) => enterMeeting(answer)));
    expect(await here.attendees(await meetingIdOf(here, teachers[0] as Visitor))).toHaveLength(2);
  });

  it('ends the meeting for everyone', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    await enterMeeting(await teacher.press());
    expect((await teacher.api('POST', '/api/end')).status).toBe(200);
    expect(await roomOf(teacher)).toMatchObject({
      meeting: { open: false, state: 'Being closed', entry: { kind: 'wait', canWait: false } },
    });
    here.simulator.advance(60_000);
    here.lookAgain();
    expect(await roomOf(teacher)).toMatchObject({
      meeting: { state: 'Not open yet', entry: { kind: 'start' } },
    });
  });

  it('may end what is not there', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    expect((await teacher.api('POST', '/api/end')).status).toBe(200);
    expect(here.calls()).toEqual(['getMeetingInfo']);
  });

  it('of a room called by one letter can open it', async () => {
    const here = await classroom();
    const changes = { [claim.resourceLink]: { id: '9', title: 'A' } };
    const teacher = await visit(here.tool, 'teacher', changes);
    await enterMeeting(await teacher.press());
    expect(await here.attendees(await meetingIdOf(here, teacher))).toHaveLength(1);
  });
});

describe('a student', () => {
  it('waits in a tab of its own, and goes in as a viewer when the teacher has come', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    expect((await roomOf(student)).meeting).toMatchObject({
      state: 'Not open yet',
      entry: {
        kind: 'wait',
        label: 'Wait in a new tab',
        text: 'The teacher has not opened the room yet. You will be taken in as soon as it opens.',
        canWait: true,
      },
    });

    const answer = await student.press();
    expect(answer.status).toBe(303);
    const waitingPage = /^\/wait\/([0-9a-f]{32})\?lang=en#([\w-]{43})$/;
    const [, roomId = '', code = ''] = waitingPage.exec(answer.headers.get('location') ?? '') ?? [];
    expect(roomId).toBe(student.roomId);
    const tab = visitorWith(here.tool, roomId, await bearerFor(here.tool, code));
    expect((await roomOf(tab)).meeting).toMatchObject({ entry: { kind: 'wait' } });

    const teacher = await visit(here.tool, 'teacher');
    await enterMeeting(await teacher.press());
    here.lookAgain();
    expect((await roomOf(tab)).meeting).toMatchObject({ entry: { kind: 'join' }, people: [] });
    await enterMeeting(await tab.press());
    expect(await here.attendees(await meetingIdOf(here, teacher))).toEqual([
      { name: 'Tina Teacher', role: 'MODERATOR' },
      { name: 'Sam Student', role: 'VIEWER' },
    ]);
  });

  it('who waits causes one reading for a whole class, and never opens the room', async () => {
    const here = await classroom();
    const students = [];
    for (let number = 0; number < 30; number += 1) {
      students.push(await visit(here.tool, 'student', { sub: `student ${number}` }));
    }
    await Promise.all(students.map((student) => roomOf(student)));
    await Promise.all(students.map((student) => student.press()));
    await Promise.all(students.map((student) => roomOf(student)));
    expect(here.calls()).toEqual(['getMeetingInfo']);
  });

  it('waits again when the teacher has left the open room', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    const tab = await enterMeeting(await teacher.press());
    await tab.act('leave');
    here.lookAgain();
    expect((await roomOf(student)).meeting).toMatchObject({
      open: true,
      state: 'Open · nobody is in yet',
      entry: { kind: 'wait', text: expect.stringContaining('not in the room at the moment') },
    });
  });

  it('may not end the meeting', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    await enterMeeting(await teacher.press());
    const { status, body } = await student.api('POST', '/api/end');
    expect(status).toBe(403);
    expect(body).toEqual({
      error: { code: 'moderator_only', message: 'Only the teacher can do that' },
    });
    expect(here.calls()).not.toContain('end');
  });

  it('cannot ask for another role', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    await enterMeeting(await teacher.press());
    here.lookAgain();
    const { body } = await student.api<{ ticket: string }>(
      'POST',
      '/api/join-ticket?role=MODERATOR',
    );
    const fields = { ticket: body.ticket, role: 'MODERATOR' };
    const answer = await post(here.tool, '/join?role=MODERATOR', fields);
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.searchParams.getAll('role')).toEqual(['VIEWER']);
  });
});

describe('a ticket', () => {
  it('lets one of twenty in who use it at once', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const { body } = await teacher.api<{ ticket: string }>('POST', '/api/join-ticket');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(here.tool, '/join', { ticket: body.ticket })),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(here.calls().filter((call) => call === 'create')).toHaveLength(1);
  });
});

describe('recordings', () => {
  it('are shown while they are prepared to the teacher, and to students when they are ready', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    expect(await recordingsOf(teacher)).toEqual({ recordings: [], unfinished: false });

    const tab = await enterMeeting(await teacher.press());
    await tab.act('recording', { on: true });
    here.simulator.advance(12 * 60_000);
    await tab.act('end');
    here.simulator.advance(30_000);
    here.lookAgain();
    const processing = await recordingsOf(teacher);
    expect(processing).toMatchObject({
      unfinished: true,
      recordings: [{ name: 'Weekly lecture room', state: 'processing', watchUrl: null }],
    });
    expect(await recordingsOf(student)).toEqual({ recordings: [], unfinished: true });

    here.simulator.advance(60_000);
    here.lookAgain();
    for (const visitor of [teacher, student]) {
      expect(await recordingsOf(visitor)).toMatchObject({
        unfinished: false,
        recordings: [{ state: 'ready', stateText: 'Ready to watch', length: '12 minutes' }],
      });
    }
    const { recordings } = await recordingsOf(student);
    expect((await fetch(recordings[0]?.watchUrl ?? '')).status).toBe(200);
  });
});

describe('a meeting server in trouble', () => {
  it('leaves the page of the room with its name and a word about it', async () => {
    const here = await classroom();
    const student = await visit(here.tool, 'student');
    await here.simulator.close();
    expect(await roomOf(student)).toEqual({
      title: 'Weekly lecture room',
      course: 'Physics 101',
      meeting: {
        kind: 'unknown',
        problem: {
          code: 'unreachable',
          message: 'The meeting server does not answer right now',
        },
      },
    });
    const { status, body } = await student.api('GET', '/api/recordings');
    expect(status).toBe(502);
    expect(body).toMatchObject({ error: { code: 'unreachable' } });
  });

  it('gives whoever wants to join a friendly page', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    await here.simulator.close();
    const answer = await teacher.press();
    expect(answer.status).toBe(502);
    const page = await answer.text();
    expect(page).toContain('The meeting server does not answer right now');
    expect(page).toContain('Code for support: unreachable');
  });
});

describe('the signed address of the meeting', () => {
  it('goes to the browser of its participant and nowhere else', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const answer = await teacher.press();
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    const checksum = searchParams.get('checksum') ?? '';
    expect(checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(await answer.text()).not.toContain(checksum);
    expect(JSON.stringify(here.tool.log)).not.toContain(checksum);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a room without a free seat', () => {
  it('says so, and lets those in again who have one', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    const student = await visit(here.tool, 'student');
    const meetingID = await meetingIdOf(here, teacher);
    await here.server.call('create', { meetingID, name: 'Small', maxParticipants: 1 });
    await enterMeeting(await teacher.press());
    here.lookAgain();
    expect((await roomOf(student)).meeting).toMatchObject({
      entry: { kind: 'refuse', text: 'The room is full. You can join when somebody leaves.' },
    });
    const answer = await student.press();
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('The room is full.');
    expect((await teacher.press()).status).toBe(303);
  });
});
