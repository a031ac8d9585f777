import { expect, it } from 'vitest';
import { hour } from '../../src/clock.ts';
import { termsFor } from '../../src/privacy/retention.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { newLogin, withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const day = 24 * hour;

describeOnBoth('forgetting', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const storage = await openFor(await kind.newDatabase(), clock);
    const filled = await withSession(storage);
    const forget = () => storage.retention.apply(termsFor(365));
    return { clock, storage, forget, ...filled };
  }

  it('takes the record of what was done after the days that are set', async () => {
    const { clock, storage, forget } = await open();
    await storage.audit.note({ actor: 'a', action: 'old' });
    clock.advance(2 * day);
    await storage.audit.note({ actor: 'a', action: 'new' });
    clock.advance(364 * day);
    expect(await forget()).toMatchObject({ audit: 1 });
    const { entries } = await storage.audit.read({}, { size: 9 });
    expect(entries.map(({ action }) => action)).toEqual(['new']);
  });

  it('takes launches after 30 days', async () => {
    const { clock, storage, platformId, forget } = await open();
    await storage.launchTraces.add(platformId, [
      { at: clock.now(), outcome: 'accepted', passed: [], failed: undefined, detail: {} },
    ]);
    clock.advance(30 * day);
    expect(await forget()).toMatchObject({ launchTraces: 0 });
    clock.advance(1);
    expect(await forget()).toMatchObject({ launchTraces: 1 });
  });

  it('takes choices that no link used within 400 days, and no others', async () => {
    const { clock, storage, course, room, forget } = await open();
    const target = { roomId: room.id, opens: 'room' } as const;
    const used = await storage.chosenItems.add({ ...course, ...target });
    const unused = await storage.chosenItems.add({ ...course, ...target });
    await storage.links.bind({ ...course, resourceLinkId: '9' }, { ...target, itemId: used.id });
    clock.advance(400 * day);
    expect(await forget()).toMatchObject({ unusedItems: 0 });
    clock.advance(1);
    expect(await forget()).toMatchObject({ unusedItems: 1 });
    expect(await storage.chosenItems.get(course, used.id)).toBeDefined();
    expect(await storage.chosenItems.get(course, unused.id)).toBeUndefined();
  });

  it('takes sessions, logins, tickets and codes whose time is over', async () => {
    const { clock, storage, platformId, sessionId, start, forget } = await open();
    await storage.logins.add('state', newLogin(platformId));
    await storage.tickets.issue('join', sessionId);
    await storage.admins.invite();
    const token = (await storage.admins.enter(await storage.admins.invite())) ?? '';
    expect(await forget()).toMatchObject({ expired: 0 });
    clock.advance(2 * hour);
    const living = await start();
    const { expired } = await forget();
    // A login, a code, an administrator; the session and its ticket went when another one began.
    expect(expired).toBeGreaterThanOrEqual(3);
    expect(await storage.sessions.get(living)).toBeDefined();
    expect(await storage.admins.isIn(token)).toBe(false);
    expect(await forget()).toMatchObject({ expired: 0 });
  });
});
