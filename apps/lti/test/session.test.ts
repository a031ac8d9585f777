import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../src/clock.ts';
import { claim } from '../src/launch/claim-names.ts';
import { hashOf } from '../src/tokens.ts';
import { expectAdmission, launch, post, refusalOf } from './kit/driving.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { exchange, visit } from './kit/visitor.ts';

async function roomStatus(tool: TestTool, authorization?: string): Promise<number> {
  const headers = authorization === undefined ? {} : { authorization };
  return (await tool.app.request('/api/room', { headers })).status;
}

describe('the code in the address of a room page', () => {
  it('opens the page once', async () => {
    const tool = await testTool();
    const { code } = expectAdmission(await launch(tool));
    expect((await exchange(tool, code)).status).toBe(200);
    expect((await exchange(tool, code)).status).toBe(401);
  });

  it('opens it for one of twenty who come at once', async () => {
    const tool = await testTool();
    const { code } = expectAdmission(await launch(tool));
    const all = await Promise.all(Array.from({ length: 20 }, () => exchange(tool, code)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is worth nothing after a minute', async () => {
    const tool = await testTool();
    const { code } = expectAdmission(await launch(tool));
    tool.clock.advance(minute);
    expect((await exchange(tool, code)).status).toBe(401);
  });

  it('is no way to join, and a join ticket is no code', async () => {
    const tool = await testTool();
    const { code } = expectAdmission(await launch(tool));
    expect(await refusalOf(await post(tool, '/join', { ticket: code }))).toBe('ticket_used');
    const visitor = await visit(tool, 'student');
    const { body } = await visitor.api<{ ticket: string }>('POST', '/api/join-ticket');
    expect((await exchange(tool, body.ticket)).status).toBe(401);
  });

  it.each([undefined, '', 5, null, { a: 1 }, 'x'.repeat(1000)])('is not %j', async (code) => {
    expect((await exchange(await testTool(), code)).status).toBe(401);
  });

  it('comes as JSON or not at all', async () => {
    const tool = await testTool();
    const send = (type: string, body: string) =>
      tool.app.request('/api/session', { method: 'POST', headers: { 'content-type': type }, body });
    expect((await send('text/plain', '{"code":"x"}')).status).toBe(415);
    const broken = await send('application/json', '{');
    expect(broken.status).toBe(400);
    expect(await broken.json()).toEqual({
      error: { code: 'body_unreadable', message: 'That cannot be done as it was asked for' },
    });
  });
});

describe('a session', () => {
  it('is needed for everything the API does', async () => {
    const tool = await testTool();
    for (const [method, path] of [
      ['GET', '/api/room'],
      ['GET', '/api/recordings'],
      ['POST', '/api/join-ticket'],
      ['POST', '/api/end'],
    ] as const) {
      const answer = await tool.app.request(path, { method });
      expect({ path, status: answer.status }).toEqual({ path, status: 401 });
    }
  });

  it('is only its bearer token: no cookie, no other scheme, no other token', async () => {
    const tool = await testTool();
    const { bearer } = await visit(tool, 'student');
    expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(200);
    expect(await roomStatus(tool, bearer)).toBe(401);
    expect(await roomStatus(tool, `Basic ${bearer}`)).toBe(401);
    expect(await roomStatus(tool, `Bearer ${bearer}x`)).toBe(401);
    const cookie = { cookie: `bearer=${bearer}` };
    expect((await tool.app.request('/api/room', { headers: cookie })).status).toBe(401);
  });

  it('ends after half an hour in which nobody used it', async () => {
    const tool = await testTool();
    const { bearer } = await visit(tool, 'student');
    tool.clock.advance(29 * minute);
    expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(200);
    tool.clock.advance(29 * minute);
    expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(200);
    tool.clock.advance(30 * minute);
    expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(401);
  });

  it('ends after eight hours even when it is used all the time', async () => {
    const tool = await testTool();
    const { bearer } = await visit(tool, 'student');
    for (let quarter = 1; quarter < 32; quarter += 1) {
      tool.clock.advance(hour / 4);
      expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(200);
    }
    tool.clock.advance(hour / 4);
    expect(await roomStatus(tool, `Bearer ${bearer}`)).toBe(401);
  });

  it('is stored without anything that opens it', async () => {
    const tool = await testTool();
    const { bearer } = await visit(tool, 'student');
    expect(await tool.storage.sessions.byBearer(bearer)).toBeDefined();
    const stored = hashOf(bearer);
    expect(await roomStatus(tool, `Bearer ${stored}`)).toBe(401);
  });

  it('shows the room of its own link, whatever else there is', async () => {
    const tool = await testTool();
    const other = { [claim.resourceLink]: { id: '2', title: 'Office hours' } };
    const [here, there] = [await visit(tool, 'student'), await visit(tool, 'student', other)];
    expect((await here.api('GET', `/api/room?room=${there.roomId}`)).body).toMatchObject({
      title: 'Weekly lecture room',
      course: 'Physics 101',
    });
    expect((await there.api('GET', '/api/room')).body).toMatchObject({ title: 'Office hours' });
  });

  it('of a teacher who is a student at the next launch is a student’s from then on', async () => {
    const tool = await testTool();
    await visit(tool, 'teacher');
    const { api } = await visit(tool, 'student', { sub: '3' });
    expect((await api('POST', '/api/end')).status).toBe(403);
  });
});

describe('a join ticket', () => {
  it('is refused when it is missing, unknown or a minute old', async () => {
    const tool = await testTool();
    const { api } = await visit(tool, 'student');
    const { body } = await api<{ ticket: string }>('POST', '/api/join-ticket');
    tool.clock.advance(60 * second);
    for (const fields of [{}, { ticket: '' }, { ticket: 'made up' }, { ticket: body.ticket }]) {
      expect(await refusalOf(await post(tool, '/join', fields as Record<string, string>))).toBe(
        'ticket_used',
      );
    }
  });
});

describe('rooms', () => {
  const differing: [string, Record<string, unknown>][] = [
    ['another link', { [claim.resourceLink]: { id: '2', title: 'x' } }],
    ['another course', { [claim.context]: { id: '3', title: 'Art history' } }],
    ['another deployment', { [claim.deploymentId]: 'x'.repeat(255) }],
  ];

  it.each(differing)('are different for %s', async (_what, changes) => {
    const tool = await testTool();
    const rooms = [await visit(tool, 'student'), await visit(tool, 'student', changes)];
    expect(rooms[0]?.roomId).not.toBe(rooms[1]?.roomId);
  });

  it('are the same for everybody at one link, under its newest title', async () => {
    const tool = await testTool();
    const first = await visit(tool, 'teacher');
    const renamed = { [claim.resourceLink]: { id: '1', title: 'Seminar' } };
    const later = await visit(tool, 'student', renamed);
    expect(later.roomId).toBe(first.roomId);
    expect((await first.api('GET', '/api/room')).body).toMatchObject({ title: 'Seminar' });
  });
});
