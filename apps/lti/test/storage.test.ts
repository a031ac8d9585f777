import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hour, minute } from '../src/clock.ts';
import { openStorage } from '../src/storage/database.ts';
import { fakePlatform } from './kit/fake-platform.ts';
import { ManualClock } from './kit/manual-clock.ts';

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lti-storage-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'lti.sqlite');
}

const place = { deploymentId: '1', contextId: '2', resourceLinkId: '3' };
const titles = { title: 'Lecture', contextTitle: 'Physics' };
const visitor = { userID: 'u', fullName: 'Sam', isModerator: false, language: 'en' } as const;

async function openWithPlatform(file: string, clock = new ManualClock()) {
  const storage = await openStorage(file, clock);
  const { settings } = await fakePlatform();
  await storage.platforms.register([settings]);
  const [platform] = await storage.platforms.find(settings.issuer);
  return { storage, clock, settings, platformId: platform?.id ?? '' };
}

describe('a database file', () => {
  it('keeps logins, rooms and sessions over a restart', async () => {
    const file = newFile();
    const { storage, clock, settings, platformId } = await openWithPlatform(file);
    const room = await storage.rooms.open({ ...place, platformId }, titles);
    const bearer = await storage.sessions.issueBearer(
      await storage.sessions.start({ ...visitor, roomId: room.id }),
    );
    const login = {
      platformId,
      nonce: 'n',
      bindingHash: 'b',
      targetLinkUri: 'https://rooms.example/',
      loginHint: '5',
      messageHint: undefined,
      deploymentHint: '1',
    };
    await storage.logins.add('state', login);
    await storage.close();

    const again = await openStorage(file, clock);
    await again.platforms.register([settings]);
    expect(await again.logins.take('state')).toEqual({ ...login, expired: false });
    expect(await again.sessions.byBearer(bearer)).toMatchObject({ roomId: room.id });
    expect(await again.rooms.open({ ...place, platformId }, titles)).toEqual(room);
    await again.close();
  });

  it('holds no token in clear', async () => {
    const file = newFile();
    const { storage, platformId } = await openWithPlatform(file);
    const room = await storage.rooms.open({ ...place, platformId }, titles);
    const sessionId = await storage.sessions.start({ ...visitor, roomId: room.id });
    const bearer = await storage.sessions.issueBearer(sessionId);
    const ticket = await storage.tickets.issue('join', sessionId);
    await storage.close();
    const database = new DatabaseSync(file);
    const rows = ['bearers', 'tickets', 'sessions'].map((table) =>
      database.prepare(`select * from ${table}`).all(),
    );
    database.close();
    expect(rows.flat()).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain(bearer);
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  it('of a newer version is not touched', async () => {
    const file = newFile();
    await (await openStorage(file, new ManualClock())).close();
    const database = new DatabaseSync(file);
    database.exec('update schema_version set version = 1000');
    database.close();
    await expect(openStorage(file, new ManualClock())).rejects.toThrow('newer version');
  });

  it('loses what has expired when something new is written', async () => {
    const file = newFile();
    const { storage, clock, platformId } = await openWithPlatform(file);
    const room = await storage.rooms.open({ ...place, platformId }, titles);
    const start = () => storage.sessions.start({ ...visitor, roomId: room.id });
    const old = await start();
    await storage.sessions.issueBearer(old);
    await storage.tickets.issue('join', old);
    clock.advance(hour);
    await storage.tickets.issue('join', await start());
    await storage.close();
    const database = new DatabaseSync(file);
    const count = (table: string) =>
      Number(database.prepare(`select count(*) as n from ${table}`).get()?.['n']);
    expect(['sessions', 'bearers', 'tickets'].map(count)).toEqual([1, 0, 1]);
    database.close();
  });
});

describe('platforms', () => {
  it('follow what is registered, and keep their identity', async () => {
    const { storage, settings, platformId } = await openWithPlatform(':memory:');
    const other = await fakePlatform('other');
    await storage.platforms.register([{ ...settings, name: 'New', deploymentIds: ['7'] }]);
    expect(await storage.platforms.get(platformId)).toMatchObject({ name: 'New', enabled: true });
    expect(await storage.platforms.hasDeployment(platformId, '7')).toBe(true);
    expect(await storage.platforms.hasDeployment(platformId, '1')).toBe(false);
    await storage.platforms.register([other.settings]);
    expect(await storage.platforms.get(platformId)).toMatchObject({ enabled: false });
    expect(await storage.platforms.listEnabled()).toHaveLength(1);
  });
});

describe('tickets', () => {
  it('work for what they were issued for, once, within a minute', async () => {
    const { storage, clock, platformId } = await openWithPlatform(':memory:');
    const room = await storage.rooms.open({ ...place, platformId }, titles);
    const id = await storage.sessions.start({ ...visitor, roomId: room.id });
    const ticket = await storage.tickets.issue('join', id);
    expect(await storage.tickets.redeem('session', ticket)).toBeUndefined();
    expect(await storage.tickets.redeem('join', ticket)).toBe(id);
    expect(await storage.tickets.redeem('join', ticket)).toBeUndefined();
    const late = await storage.tickets.issue('join', id);
    clock.advance(minute);
    expect(await storage.tickets.redeem('join', late)).toBeUndefined();
  });
});
