import { fetchTransport } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import type { RoomDocumentsReply } from '../src/rooms/api-replies.ts';
import { type Classroom, classroom, enterMeeting } from './kit/classroom.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { roomOf, visit, type Visitor } from './kit/visitor.ts';

async function send({ app }: TestTool, { bearer }: Visitor, path: string, body: unknown) {
  const response = await app.request(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const reply = (await response.json()) as { error?: { code: string; message: string } };
  return { status: response.status, error: reply.error };
}

async function openRoom(here: Classroom) {
  const teacher = await visit(here.tool, 'teacher');
  await enterMeeting(await teacher.press());
  here.lookAgain();
  return teacher;
}

const pdf = new TextEncoder().encode('%PDF-1.4\n');

async function withDocument({ tool }: Classroom, roomId: string): Promise<string> {
  const document = { name: 'slides.pdf', type: 'application/pdf', content: pdf };
  return (await tool.storage.documents.add(roomId, document, 10))?.id ?? '';
}

describe('the live panel', () => {
  it('is there for those who lead, while the room is open', async () => {
    const here = await classroom();
    const before = await roomOf(await visit(here.tool, 'teacher'));
    expect(before.meeting).toMatchObject({ canMessage: false, canAddDocument: false });
    const teacher = await openRoom(here);
    expect((await roomOf(teacher)).meeting).toMatchObject({
      canMessage: true,
      canAddDocument: true,
      people: [{ name: 'Tina Teacher', doing: ['Presents'], since: here.tool.clock.now() }],
    });
    const student = await visit(here.tool, 'student');
    expect((await roomOf(student)).meeting).toMatchObject({
      canMessage: false,
      canAddDocument: false,
      people: [],
    });
  });

  it('offers only what the server can do', async () => {
    const here = await classroom({ server: { profile: 'scalelite' } });
    const { endpoint, secret } = here.simulator;
    const bbb = { endpoint, secret, dialect: 'scalelite', transport: fetchTransport() };
    const tool = await testTool({ bbb });
    const teacher = await visit(tool, 'teacher');
    expect((await teacher.press()).status).toBe(303);
    expect((await roomOf(teacher)).meeting).toMatchObject({
      open: true,
      canMessage: false,
      canAddDocument: true,
    });
    const { error } = await send(tool, teacher, '/api/message', { text: 'x' });
    expect(error?.code).toBe('not_supported');
  });

  it('shows who speaks, only listens, and has a camera on', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const meetingID = (await here.tool.storage.rooms.get(teacher.roomId))?.meetingID ?? '';
    const info = await here.server.call('getMeetingInfo', { meetingID });
    const attendees = [
      { ...info.attendees[0], hasJoinedVoice: true, hasVideo: true, isPresenter: false },
      { ...info.attendees[0], isListeningOnly: true, isPresenter: false, userID: 'x' },
    ];
    const snapshot = JSON.stringify({ ...info, attendees });
    const at = here.tool.clock.now();
    await roomOf(teacher);
    await here.tool.storage.meetingWatches.note(meetingID, { at, snapshot });
    expect((await roomOf(teacher)).meeting).toMatchObject({
      people: [{ doing: ['Microphone on', 'Camera on'] }, { doing: ['Listens only'] }],
    });
  });

  it('sends a message under the name of the person, and keeps no text of it', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    expect(
      await send(here.tool, teacher, '/api/message', { text: ' Two minutes\nleft \u0007' }),
    ).toEqual({
      status: 200,
      error: undefined,
    });
    const request = here.simulator.requests().find(({ call }) => call === 'sendChatMessage');
    const sent = new URLSearchParams(request?.query);
    expect(sent.get('message')).toBe('Two minutes\nleft');
    expect(sent.get('userName')).toBe('Tina Teacher');
    expect(JSON.stringify(here.tool.log)).not.toContain('minutes');
    const entries = await here.tool.storage.audit.read({}, { size: 10 });
    expect(JSON.stringify(entries)).toContain('meeting.message');
    expect(JSON.stringify(entries)).not.toContain('minutes');
  });

  it.each([
    ['an empty message', { text: '  ' }],
    ['a message of 501 characters', { text: 'x'.repeat(501) }],
    ['a message that is no text', { text: 5 }],
    ['no message', {}],
  ])('refuses %s', async (_what, body) => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const { status, error } = await send(here.tool, teacher, '/api/message', body);
    expect([status, error?.code]).toEqual([400, 'message_wrong']);
    expect(here.calls()).not.toContain('sendChatMessage');
  });

  it('lets nobody talk all the time', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const statuses = [];
    for (let number = 0; number < 6; number += 1) {
      statuses.push((await send(here.tool, teacher, '/api/message', { text: 'x' })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('says in words that a meeting is over, and that an old server cannot send messages', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const fault = { kind: 'error-page', status: 404 } as const;
    here.simulator.nextAnswer({ call: 'sendChatMessage', fault });
    expect(await send(here.tool, teacher, '/api/message', { text: 'x' })).toMatchObject({
      status: 502,
      error: { code: 'not_supported', message: 'The meeting server cannot do that' },
    });
    await teacher.api('POST', '/api/end');
    here.simulator.advance(120_000);
    expect(await send(here.tool, teacher, '/api/message', { text: 'x' })).toMatchObject({
      status: 404,
      error: { code: 'meeting_not_found', message: 'The meeting is over' },
    });
  });

  it('gives the meeting a document of the room, by an address of ours', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const id = await withDocument(here, teacher.roomId);
    const { body } = await teacher.api<RoomDocumentsReply>('GET', '/api/document');
    expect(body).toEqual({ documents: [{ id, name: 'slides.pdf' }] });
    expect(await send(here.tool, teacher, '/api/document', { id })).toMatchObject({ status: 200 });
    expect(here.calls()).toContain('insertDocument');
    const { meetings } = here.simulator.state();
    expect(JSON.stringify(meetings)).toContain('slides.pdf');
    expect(JSON.stringify(await here.tool.storage.audit.read({}, { size: 10 }))).toContain(id);
  });

  it('has no documents of other rooms', async () => {
    const here = await classroom();
    const teacher = await openRoom(here);
    const link = { id: 'other', title: 'Other room' };
    const elsewhere = await visit(here.tool, 'teacher', {
      'https://purl.imsglobal.org/spec/lti/claim/resource_link': link,
    });
    const foreign = await withDocument(here, elsewhere.roomId);
    for (const id of [foreign, '0'.repeat(32), 'x']) {
      const { status, error } = await send(here.tool, teacher, '/api/document', { id });
      expect([status, error?.code]).toEqual([404, 'not_found']);
    }
  });

  it('is not for students', async () => {
    const here = await classroom();
    await openRoom(here);
    const student = await visit(here.tool, 'student');
    const statuses = [
      (await send(here.tool, student, '/api/message', { text: 'x' })).status,
      (await send(here.tool, student, '/api/document', { id: 'x' })).status,
      (await student.api('GET', '/api/document')).status,
    ];
    expect(statuses).toEqual([403, 403, 403]);
  });
});
