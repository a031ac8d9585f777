import { expect, it } from 'vitest';
import { hour } from '../../src/clock.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { newLogin, settings, withPlatform, withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('the storage', (kind) => {
  it('keeps logins, rooms, sessions and jobs over a restart', async () => {
    const address = await kind.newDatabase();
    const clock = new ManualClock();
    const storage = await openFor(address, clock);
    const { room, course, platformId, sessionId } = await withSession(storage);
    const bearer = await storage.sessions.issueBearer(sessionId);
    const login = { ...newLogin(platformId), storage: { target: 'frame', valueHash: 'v' } };
    await storage.logins.add('state', login);
    await storage.jobs.add({ kind: 'test', key: 'k', dueAt: clock.now(), payload: 'p' });
    await storage.close();

    const again = await openFor(address, clock);
    await again.platforms.register([settings]);
    expect(await again.logins.take('state')).toEqual({ ...login, expired: false });
    expect(await again.sessions.byBearer(bearer)).toMatchObject({ roomId: room.id });
    expect(await again.rooms.open(course, room.madeFor, room)).toEqual(room);
    expect(await again.jobs.claim(['test'], hour)).toMatchObject({ key: 'k', payload: 'p' });
  });

  it('holds no token in clear', async () => {
    const address = await kind.newDatabase();
    const storage = await openFor(address, new ManualClock());
    const { sessionId } = await withSession(storage);
    const bearer = await storage.sessions.issueBearer(sessionId);
    const ticket = await storage.tickets.issue('join', sessionId);
    const invite = await storage.invites.issue(hour);
    const tables = ['bearers', 'tickets', 'sessions', 'invites'];
    const rows = await Promise.all(tables.map((table) => peek(address, `select * from ${table}`)));
    expect(rows.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
    for (const token of [bearer, ticket, invite]) expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('loses what has expired when something new is written', async () => {
    const address = await kind.newDatabase();
    const clock = new ManualClock();
    const storage = await openFor(address, clock);
    const { sessionId, start } = await withSession(storage);
    await storage.sessions.issueBearer(sessionId);
    await storage.tickets.issue('join', sessionId);
    clock.advance(hour);
    await storage.tickets.issue('join', await start());
    const tables = ['sessions', 'bearers', 'tickets'];
    const rows = await Promise.all(tables.map((table) => peek(address, `select * from ${table}`)));
    expect(rows.map(({ length }) => length)).toEqual([1, 0, 1]);
  });

  it('lets platforms follow what is registered, and keeps their identity', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const platformId = await withPlatform(storage);
    await storage.platforms.register([{ ...settings, name: 'New', deploymentIds: ['7'] }]);
    expect(await storage.platforms.get(platformId)).toMatchObject({ name: 'New', enabled: true });
    expect(await storage.deployments.list(platformId)).toEqual(['7']);
    await storage.platforms.register([{ ...settings, clientId: 'other' }]);
    expect(await storage.platforms.get(platformId)).toMatchObject({ enabled: false });
    expect(await storage.platforms.listEnabled()).toHaveLength(1);
  });

  it('counts what is alive', async () => {
    const clock = new ManualClock();
    const storage = await openFor(await kind.newDatabase(), clock);
    const { platformId, sessionId } = await withSession(storage);
    await storage.logins.add('state', newLogin(platformId));
    await storage.tickets.issue('join', sessionId);
    expect(await storage.census.count()).toEqual({ sessions: 1, tickets: 1, logins: 1 });
    clock.advance(hour);
    expect(await storage.census.count()).toEqual({ sessions: 0, tickets: 0, logins: 0 });
  });

  it('opens one room for all who come first', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { course, room } = await withSession(storage);
    const opened = await Promise.all(
      Array.from({ length: 20 }, () => storage.rooms.open(course, 'link:4', room)),
    );
    expect(new Set(opened.map(({ meetingID }) => meetingID)).size).toBe(1);
  });

  it('keeps texts as they are, in any writing and as long as identifiers may be', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { course } = await withSession(storage);
    const long = { ...course, contextId: '課'.repeat(255) };
    const madeFor = '🎓'.repeat(127);
    const titles = { title: `'"\\%_\u{1F600} \u202E x\n`, contextTitle: 'Πανεπιστήμιο' };
    const { id } = await storage.rooms.open(long, madeFor, titles);
    expect(await storage.rooms.get(id)).toMatchObject({ ...long, madeFor, ...titles });
  });

  it('refuses a null character everywhere, and goes on', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { course, room } = await withSession(storage);
    const refused = { code: 'text_unstorable' };
    await expect(storage.platforms.find('a\0b')).rejects.toMatchObject(refused);
    await expect(
      storage.rooms.open({ ...course, contextId: '\0' }, 'link:4', room),
    ).rejects.toMatchObject(refused);
    expect(await storage.rooms.get(room.id)).toEqual(room);
  });
});
