import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { newLogin, withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('the census', (kind) => {
  it('counts what is alive, and nothing that has run out', async () => {
    const clock = new ManualClock();
    const storage = await openFor(await kind.newDatabase(), clock);
    expect(await storage.census.count()).toEqual({ sessions: 0, tickets: 0, logins: 0 });
    const { sessionId, platformId, start } = await withSession(storage);
    await start();
    await storage.tickets.issue('join', sessionId);
    await storage.logins.add('state', newLogin(platformId));
    expect(await storage.census.count()).toEqual({ sessions: 2, tickets: 1, logins: 1 });
    clock.advance(minute);
    expect(await storage.census.count()).toEqual({ sessions: 2, tickets: 0, logins: 1 });
    clock.advance(30 * minute);
    expect(await storage.census.count()).toEqual({ sessions: 0, tickets: 0, logins: 0 });
  });

  it('leaves nothing behind when it tries to write', async () => {
    const address = await kind.newDatabase();
    const storage = await openFor(address, new ManualClock());
    await storage.census.tryWriting();
    expect(await peek(address, 'select id from jobs')).toEqual([]);
  });
});
