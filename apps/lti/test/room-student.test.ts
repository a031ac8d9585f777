import { describe, expect, it } from 'vitest';
import { post } from './kit/driving.ts';
import { classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { bearerFor, visit, visitorWith, roomOf } from './kit/visitor.ts';

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
