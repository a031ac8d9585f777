import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import type { Storage } from '../../src/storage/database.ts';
import { loginLifetime } from '../../src/storage/logins.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { newLogin, settings, withPlatform, withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const toolKey = {
  generation: 1,
  public_jwk: '{}',
  sealed_private_jwk: '',
  signs_from: 0,
  leaves_at: null,
};

describeOnBoth('what works once', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const address = await kind.newDatabase();
    return { clock, address, storage: await openFor(address, clock) };
  }

  it.each([
    [
      'a login',
      async (storage: Storage) => {
        await storage.logins.add('state', newLogin(await withPlatform(storage)));
        return (by: Storage) => by.logins.take('state');
      },
    ],
    [
      'a ticket',
      async (storage: Storage) => {
        const { sessionId } = await withSession(storage);
        const ticket = await storage.tickets.issue('join', sessionId);
        return (by: Storage) => by.tickets.redeem('join', ticket);
      },
    ],
    [
      'an invitation',
      async (storage: Storage) => {
        const invite = await storage.invites.issue(minute);
        return async (by: Storage) => (await by.invites.use(invite)) || undefined;
      },
    ],
    [
      'the place of the first deployment',
      async (storage: Storage) => {
        const unknown = { ...settings, deploymentIds: [] };
        const { id = '' } = (await storage.platforms.add(unknown, 'command')) ?? {};
        return async (by: Storage, number: number) =>
          (await by.deployments.admit(id, `deployment ${number}`)) || undefined;
      },
    ],
    [
      'a generation of our keys',
      async () => async (by: Storage, number: number) =>
        (await by.toolKeys.add({ ...toolKey, kid: `${number}` }, 0)) || undefined,
    ],
    [
      'a due job',
      async (storage: Storage) => {
        await storage.jobs.add({ kind: 'test', key: 'k', dueAt: 0 });
        return (by: Storage) => by.jobs.claim(['test'], minute);
      },
    ],
  ])('%s goes to one of twenty who want it at once', async (_what, prepare) => {
    const { storage, address, clock } = await open();
    // Two connections of one thread to one SQLite file would wait for each other.
    const other = kind.name === 'SQLite' ? storage : await openFor(address, clock);
    const take = await prepare(storage);
    const takers = Array.from({ length: 20 }, (_none, number) => (number % 2 ? storage : other));
    const taken = await Promise.all(takers.map((by, number): Promise<unknown> => take(by, number)));
    expect(taken.filter((found) => found !== undefined)).toHaveLength(1);
  });

  it('includes a login until it expires, and for another hour as expired', async () => {
    const { storage, clock } = await open();
    const login = newLogin(await withPlatform(storage));
    await storage.logins.add('first', login);
    await storage.logins.add('second', login);
    clock.advance(loginLifetime);
    expect(await storage.logins.take('first')).toEqual({ ...login, expired: false });
    clock.advance(1);
    expect(await storage.logins.take('second')).toEqual({ ...login, expired: true });
  });

  it('includes a ticket, for what it was issued for, within a minute', async () => {
    const { storage, clock } = await open();
    const { sessionId } = await withSession(storage);
    const ticket = await storage.tickets.issue('join', sessionId);
    expect(await storage.tickets.redeem('session', ticket)).toBeUndefined();
    expect(await storage.tickets.redeem('join', ticket)).toBe(sessionId);
    expect(await storage.tickets.redeem('join', ticket)).toBeUndefined();
    const late = await storage.tickets.issue('join', sessionId);
    clock.advance(minute);
    expect(await storage.tickets.redeem('join', late)).toBeUndefined();
  });
});
