import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Storage } from '../../src/storage/database.ts';
import type { Engine } from '../../src/storage/engines/engine.ts';
import { migrations } from '../../src/storage/migrations/all.ts';
import { migrate } from '../../src/storage/migrations/migrate.ts';
import { hashOf } from '../../src/tokens.ts';
import {
  type DatabaseKind,
  describeOnBoth,
  openEngineFor,
  openFor,
  peek,
} from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';

/** How many steps a database of the first released version has. */
const stepsOfFirst = 3;

const course = { platformId: 'p', deploymentId: '1', contextId: 'physics' };
const later = 60_000;

/** Fills every table that people's doings fill, as the first version did. */
async function fillAsFirst({ db }: Engine, now: number): Promise<void> {
  const room = (id: string, context: string, link: string) =>
    `insert into rooms values ('${id}', 'p', '1', '${context}', '${link}', 'meeting-${id}',
       'Lecture ${id}', '${context}', 1, 0, 1, 0, ${now})`;
  const session = (id: string, isModerator: number) =>
    `insert into sessions values
       ('${id}', 'a', 'lti-${id}', 'Person ${id}', ${isModerator}, 'de', ${now}, ${now})`;
  const statements = [
    `insert into platforms
       (id, issuer, client_id, name, authorization_endpoint, jwks_uri, token_endpoint,
        frame_origins, enabled)
       values ('p', 'https://lms.example', 'client', 'The platform', 'https://lms.example/a',
        'https://lms.example/k', 'https://lms.example/t', '[]', 1)`,
    `insert into deployments values ('p', '1')`,
    `insert into waiting_deployments values ('p', '2', ${now})`,
    room('a', 'physics', '7'),
    room('b', 'physics', '8'),
    room('c', '', '9'),
    session('teacher', 1),
    session('student', 0),
    `insert into bearers values ('${hashOf('token')}', 'teacher')`,
    `insert into tickets values ('${hashOf('ticket')}', 'join', 'student', ${now + later})`,
    `insert into logins
       (state_hash, nonce, binding_hash, platform_id, target_link_uri, login_hint, expires_at)
       values ('s', 'n', 'b', 'p', 'https://rooms.example/', '5', ${now + later})`,
    `insert into jobs (id, kind, key, payload, due_at, attempts)
       values ('j', 'kind', 'key', '{}', ${now}, 0)`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Describes all columns, as far as the kind of database tells. */
function shapeOf({ name }: DatabaseKind, address: string) {
  const question =
    name === 'SQLite'
      ? `select t.name as of, c.name, c.type, c."notnull", c.dflt_value
           from sqlite_master t, pragma_table_info(t.name) c order by t.name, c.name`
      : `select table_name, column_name, data_type, is_nullable, column_default
           from information_schema.columns where table_schema = 'public' order by 1, 2`;
  return peek(address, question);
}

describeOnBoth('a database of the first version', (kind) => {
  async function broughtUpToDate(): Promise<{ address: string; storage: Storage }> {
    const address = await kind.emptyDatabase();
    const clock = new ManualClock();
    const engine = await openEngineFor(address);
    await migrate(engine, clock, migrations.slice(0, stepsOfFirst));
    await fillAsFirst(engine, clock.now());
    return { address, storage: await openFor(address, clock) };
  }

  it('keeps its rooms behind their links', async () => {
    const { storage } = await broughtUpToDate();
    for (const [roomId, contextId, resourceLinkId] of [
      ['a', 'physics', '7'],
      ['b', 'physics', '8'],
      ['c', '', '9'],
    ] as const) {
      const link = { ...course, contextId, resourceLinkId };
      expect(await storage.links.find(link)).toEqual({ roomId, opens: 'room' });
      const madeFor = `link:${resourceLinkId}`;
      expect(await storage.rooms.get(roomId)).toMatchObject({
        meetingID: `meeting-${roomId}`,
        title: `Lecture ${roomId}`,
        madeFor,
        settings: {},
        settingsVersion: 0,
      });
      const titles = { title: 'Renamed', contextTitle: 'Physics' };
      const opened = await storage.rooms.open({ ...course, contextId }, madeFor, titles);
      expect(opened).toMatchObject({ id: roomId, title: 'Renamed' });
    }
    expect((await storage.rooms.listOf(course)).map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  });

  it('leaves people in, with the rights they had', async () => {
    const { storage } = await broughtUpToDate();
    const teacher = { roomId: 'a', opens: 'room', groupKeys: [], language: 'de', mayJoin: true };
    expect(await storage.sessions.byBearer('token')).toMatchObject({
      ...teacher,
      isModerator: true,
      mayManage: true,
    });
    expect(await storage.tickets.redeem('join', 'ticket')).toBe('student');
    expect(await storage.sessions.get('student')).toMatchObject({
      isModerator: false,
      mayManage: false,
      mayJoin: true,
    });
  });

  it('loses nothing else: platforms, deployments, logins, jobs', async () => {
    const { address, storage } = await broughtUpToDate();
    expect(await storage.platforms.list()).toMatchObject([{ id: 'p', enabled: true }]);
    expect(await storage.deployments.list('p')).toEqual(['1']);
    expect(await storage.deployments.listWaiting('p')).toEqual(['2']);
    for (const table of ['logins', 'jobs']) {
      expect(await peek(address, `select * from ${table}`)).toHaveLength(1);
    }
  });

  it('has the same columns afterwards as a new one, and no loose ends', async () => {
    const { address } = await broughtUpToDate();
    const fresh = await kind.emptyDatabase();
    await openFor(fresh, new ManualClock());
    const shape = await shapeOf(kind, address);
    expect(shape.length).toBeGreaterThan(100);
    // Columns that were added on the way and given up again.
    expect(JSON.stringify(shape)).not.toContain('is_test_user');
    expect(shape).toEqual(await shapeOf(kind, fresh));
    if (kind.name === 'SQLite') expect(await peek(address, 'pragma foreign_key_check')).toEqual([]);
  });
});
