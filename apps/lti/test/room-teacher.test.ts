import { describe, expect, it } from 'vitest';
import { claim } from '../src/launch/claim-names.ts';
import { classroom, enterMeeting, meetingIdOf } from './kit/classroom.ts';
import { visit, type Visitor, roomOf } from './kit/visitor.ts';

describe('a teacher', () => {
  it('opens the room and is in it as a moderator', async () => {
    const here = await classroom();
    const teacher = await visit(here.tool, 'teacher');
    expect(await roomOf(teacher)).toMatchObject({
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
    expect(here.calls()).toEqual(['end']);
  });

  it('of a room called by one letter can open it', async () => {
    const here = await classroom();
    const changes = { [claim.resourceLink]: { id: '9', title: 'A' } };
    const teacher = await visit(here.tool, 'teacher', changes);
    await enterMeeting(await teacher.press());
    expect(await here.attendees(await meetingIdOf(here, teacher))).toHaveLength(1);
  });
});
