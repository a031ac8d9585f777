import { expect, it } from 'vitest';
import { userIdOf } from '../../src/launch/user-id.ts';
import { dataMap } from '../../src/storage/data-map.ts';
import type { Storage } from '../../src/storage/database.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { settings, student, withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const otherSchool = { ...settings, clientId: 'other', deploymentIds: ['1', '2'] };

/** The id of a person in the first deployment of the first platform. */
const sam = userIdOf({ platform: settings, deploymentId: '1', subject: '5' });
const tina = userIdOf({ platform: settings, deploymentId: '1', subject: '3' });

/** Fills a course with a room, two people and what they left behind. */
async function fillCourse(storage: Storage, platformId: string, deploymentId: string) {
  const course = { platformId, deploymentId, contextId: '7' };
  const titles = { title: 'Lecture', contextTitle: 'Physics' };
  const room = await storage.rooms.open(course, 'link:3', titles);
  const target = { roomId: room.id, opens: 'room' } as const;
  await storage.links.bind({ ...course, resourceLinkId: '3' }, target);
  const item = await storage.chosenItems.add({ ...course, ...target });
  const tickets: string[] = [];
  for (const userID of [sam, tina]) {
    const session = await storage.sessions.start({
      ...student,
      userID,
      fullName: `Name of ${userID}`,
      roomId: room.id,
    });
    tickets.push(await storage.sessions.issueBearer(session));
    tickets.push(await storage.tickets.issue('join', session));
    await storage.audit.note({ actor: userID, action: 'meeting.end', roomId: room.id, ...course });
  }
  await storage.audit.note({
    actor: tina,
    action: 'person.remove',
    ...course,
    detail: { person: sam },
  });
  return { course, room, item, tickets };
}

describeOnBoth('personal data', (kind) => {
  async function open() {
    const address = await kind.newDatabase();
    const storage = await openFor(address, new ManualClock());
    await storage.platforms.register([settings, otherSchool]);
    const platformId = await withPlatform(storage);
    await storage.platforms.register([settings, otherSchool]);
    const [other] = await storage.platforms.find(otherSchool.issuer, 'other');
    const filled = await fillCourse(storage, platformId, '1');
    return { address, storage, platformId, otherId: other?.id ?? '', ...filled };
  }

  it('have a plan for every table of the database', async () => {
    const { address } = await open();
    const question =
      kind.name === 'SQLite'
        ? `select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
        : `select table_name as name from information_schema.tables where table_schema = 'public'`;
    const tables = (await peek(address, question)).map(({ name }) => String(name));
    expect(Object.keys(dataMap).toSorted()).toEqual(tables.toSorted());
  });

  it('have a plan that names columns which are there', async () => {
    const { address } = await open();
    const named: Record<string, readonly string[]> = {
      tenant: ['platform_id', 'deployment_id'],
      platform: ['platform_id'],
      registration: ['id'],
      room: ['room_id'],
      meeting: ['meeting_id'],
      session: ['session_id'],
      document: ['document_id'],
      tool: [],
    };
    for (const [table, { of, person, mentions, shown = [] }] of Object.entries(dataMap)) {
      const columns = [...(named[of] ?? []), person?.column, mentions?.column, ...shown];
      const asked = columns.filter((column) => column !== undefined).join(', ') || 'count(*)';
      await expect(peek(address, `select ${asked} from ${table} limit 1`)).resolves.toBeDefined();
    }
  });

  it('have a plan for every column that holds a person', async () => {
    const { address } = await open();
    for (const [table, { person }] of Object.entries(dataMap)) {
      const [columns] = await peek(
        address,
        kind.name === 'SQLite'
          ? `select group_concat(name) as names from pragma_table_info('${table}')`
          : `select string_agg(column_name, ',') as names from information_schema.columns where table_name = '${table}'`,
      );
      const names = String(columns?.['names']).split(',');
      const holding = names.find((name) => /^(?:user_id|actor)$/.test(name));
      expect([table, person?.column]).toEqual([table, holding]);
    }
  });

  it('of a person are all there, without those of others and without secrets', async () => {
    const { storage, tickets } = await open();
    const data = await storage.personalData.ofPerson(sam);
    expect(data['sessions']).toMatchObject([{ user_id: sam, full_name: `Name of ${sam}` }]);
    expect(data['audit']).toMatchObject([{ actor: sam, action: 'meeting.end' }]);
    const text = JSON.stringify(data);
    expect(text).not.toContain(tina);
    for (const ticket of tickets) expect(text).not.toContain(ticket);
    expect(text).not.toMatch(/_hash|sealed_|nonce/);
  });

  it('of an institution are all there, and nothing of another one', async () => {
    const { storage, platformId, otherId, room } = await open();
    const elsewhere = await fillCourse(storage, otherId, '1');
    const data = await storage.personalData.ofInstitution({ platformId });
    expect(Object.keys(data).toSorted()).toEqual(
      ['audit', 'bearers', 'chosen_items', 'deployments', 'links', 'platforms', 'rooms'].concat([
        'sessions',
        'tickets',
      ]),
    );
    expect(data['rooms']).toMatchObject([{ id: room.id }]);
    expect(data['bearers']?.[0]).toEqual({ session_id: expect.any(String) });
    const text = JSON.stringify(data);
    expect(text).not.toContain(elsewhere.room.id);
    expect(text).not.toContain(otherId);
    const deployment = { platformId, deploymentId: '2' };
    expect(await storage.personalData.ofInstitution(deployment)).toEqual({});
  });

  it('of a person are erased when it is meant; the record keeps what was done', async () => {
    const { address, storage } = await open();
    const counted = await storage.personalData.erasePerson(sam, false);
    expect(counted).toEqual({ sessions: 1, audit: 2 });
    expect(await storage.personalData.ofPerson(sam)).not.toEqual({});
    expect(await storage.personalData.erasePerson(sam, true)).toEqual(counted);
    expect(await storage.personalData.ofPerson(sam)).toEqual({});
    expect(await storage.personalData.erasePerson(sam, true)).toEqual({});
    expect(await peek(address, 'select * from bearers')).toHaveLength(1);
    const { entries } = await storage.audit.read({ action: 'meeting' }, { size: 9 });
    const erased = entries.find(({ actor }) => actor !== tina);
    expect(erased?.actor).toMatch(/^erased-[0-9a-f]{32}$/);
    // The same made-up name takes their place wherever others did something to them.
    const [removal] = (await storage.audit.read({ action: 'person' }, { size: 9 })).entries;
    expect(removal).toMatchObject({ actor: tina, detail: { person: erased?.actor } });
    expect((await storage.personalData.ofPerson(tina))['sessions']).toHaveLength(1);
  });

  it('of a person go from what is known of meetings, and what is known of others stays', async () => {
    const { address, storage } = await open();
    const withIn = (...people: readonly string[]) =>
      JSON.stringify({
        attendees: people.map((userID) => ({ userID, fullName: `I am ${userID}` })),
      });
    await storage.meetingWatches.note('hers', { at: 1, snapshot: withIn(tina) });
    await storage.meetingWatches.note('both', { at: 1, snapshot: withIn(tina, sam) });
    const exported = await storage.personalData.ofPerson(sam);
    expect(JSON.stringify(exported)).not.toContain(tina);
    expect(await storage.personalData.erasePerson(sam, true)).toMatchObject({ meeting_watches: 1 });
    const question = 'select meeting_id, snapshot from meeting_watches order by meeting_id';
    expect(await peek(address, question)).toEqual([
      { meeting_id: 'both', snapshot: null },
      { meeting_id: 'hers', snapshot: withIn(tina) },
    ]);
  });

  it('of an institution are erased when it is meant, and no others', async () => {
    const { storage, platformId, otherId } = await open();
    const elsewhere = await fillCourse(storage, otherId, '1');
    const before = await storage.personalData.ofInstitution({ platformId: otherId });
    const counted = await storage.personalData.eraseInstitution({ platformId }, false);
    expect(counted).toMatchObject({ rooms: 1, sessions: 2, audit: 3, platforms: 1 });
    expect(await storage.personalData.ofInstitution({ platformId })).not.toEqual({});
    expect(await storage.personalData.eraseInstitution({ platformId }, true)).toEqual(counted);
    expect(await storage.personalData.ofInstitution({ platformId })).toEqual({});
    expect(await storage.platforms.get(platformId)).toBeUndefined();
    expect(await storage.personalData.ofInstitution({ platformId: otherId })).toEqual(before);
    expect(await storage.rooms.get(elsewhere.room.id)).toBeDefined();
  });

  it('of one deployment are erased without its neighbours', async () => {
    const { storage, otherId } = await open();
    const one = await fillCourse(storage, otherId, '1');
    const two = await fillCourse(storage, otherId, '2');
    const deployment = { platformId: otherId, deploymentId: '1' };
    await storage.personalData.eraseInstitution(deployment, true);
    expect(await storage.rooms.get(one.room.id)).toBeUndefined();
    expect(await storage.rooms.get(two.room.id)).toBeDefined();
    expect(await storage.deployments.list(otherId)).toEqual(['2']);
    expect(await storage.platforms.get(otherId)).toMatchObject({ clientId: 'other' });
  });
});
