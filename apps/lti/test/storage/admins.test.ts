import { expect, it } from 'vitest';
import { hour, minute } from '../../src/clock.ts';
import { mostTraces } from '../../src/storage/launch-traces.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { settings, withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('what administrators need', (kind) => {
  async function open() {
    const address = await kind.newDatabase();
    const clock = new ManualClock();
    return { address, clock, storage: await openFor(address, clock) };
  }

  it('lets one of many in with one code', async () => {
    const { storage } = await open();
    const code = await storage.admins.invite();
    const entries = await Promise.all(Array.from({ length: 10 }, () => storage.admins.enter(code)));
    const tokens = entries.filter((token) => token !== undefined);
    expect(tokens).toHaveLength(1);
    expect(await storage.admins.isIn(tokens[0] ?? '')).toBe(true);
    await storage.admins.leave(tokens[0] ?? '');
    expect(await storage.admins.isIn(tokens[0] ?? '')).toBe(false);
  });

  it('holds neither codes nor tokens in clear', async () => {
    const { address, storage } = await open();
    const unused = await storage.admins.invite();
    const token = (await storage.admins.enter(await storage.admins.invite())) ?? '';
    const rows = [
      ...(await peek(address, 'select * from admin_codes')),
      ...(await peek(address, 'select * from admin_sessions')),
    ];
    expect(rows).toHaveLength(2);
    for (const secret of [unused, token]) expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('ends a session that is silent for half an hour or eight hours old', async () => {
    const { clock, storage } = await open();
    const { admins } = storage;
    const [quiet, busy] = [
      (await admins.enter(await admins.invite())) ?? '',
      (await admins.enter(await admins.invite())) ?? '',
    ];
    for (let passed = 0; passed < 8 * hour - 29 * minute; passed += 29 * minute) {
      expect(await admins.isIn(busy)).toBe(true);
      clock.advance(29 * minute);
    }
    expect(await admins.isIn(quiet)).toBe(false);
    clock.advance(29 * minute);
    expect(await admins.isIn(busy)).toBe(false);
  });

  it('keeps a platform switched off, whatever the platforms file says', async () => {
    const { storage } = await open();
    const { platforms } = storage;
    const id = await withPlatform(storage);
    expect(await platforms.switch(id, false)).toBe(true);
    await platforms.register([settings]);
    expect(await platforms.get(id)).toMatchObject({ enabled: false, switchedOff: true });
    expect(await platforms.listEnabled()).toEqual([]);
    expect(await platforms.switch(id, true)).toBe(true);
    expect(await platforms.get(id)).toMatchObject({ enabled: true, switchedOff: false });
    expect(await platforms.switch('nobody', true)).toBe(false);
  });

  it('removes a platform without rooms, and no other', async () => {
    const { storage } = await open();
    const { platforms, rooms } = storage;
    const added = await platforms.add({ ...settings, clientId: 'new' }, 'command');
    const id = added?.id ?? '';
    const course = { platformId: id, deploymentId: '1', contextId: '2' };
    await rooms.open(course, 'link:3', { title: 'Lecture', contextTitle: 'Physics' });
    expect(await platforms.remove(id)).toBe(false);
    await storage.personalData.eraseInstitution({ platformId: id, deploymentId: '1' }, true);
    expect(await platforms.remove(id)).toBe(true);
    expect(await platforms.get(id)).toBeUndefined();
    expect(await platforms.remove(id)).toBe(false);
  });

  it('remembers the last launches of each platform, and of none', async () => {
    const { address, clock, storage } = await open();
    const platformId = await withPlatform(storage);
    const { launchTraces } = storage;
    const launch = (outcome: string, failed?: string) => {
      clock.advance(1);
      return {
        at: clock.now(),
        outcome,
        passed: ['1 form'],
        failed,
        detail: { roles: ['Learner'] },
      };
    };
    for (let number = 0; number < mostTraces * 2; number += 20) {
      const some = Array.from({ length: 20 }, (_, index) => launch(`o${number + index}`));
      await launchTraces.add(platformId, some);
    }
    await launchTraces.add(undefined, [launch('state_unknown', '2 state')]);
    await launchTraces.add(undefined, []);
    const launches = await launchTraces.last(platformId);
    expect(launches).toHaveLength(mostTraces);
    expect(launches[0]).toMatchObject({ outcome: 'o99', passed: ['1 form'], failed: undefined });
    expect(launches[0]?.detail).toEqual({ roles: ['Learner'] });
    expect(await launchTraces.last(undefined)).toMatchObject([{ failed: '2 state' }]);
    const [counted] = await peek(address, 'select count(*) as n from launch_traces');
    expect(Number(counted?.['n'])).toBe(mostTraces + 1);
  });

  it('counts what there is, and work that is late', async () => {
    const { clock, storage } = await open();
    await withPlatform(storage);
    await storage.jobs.add({ kind: 'test', key: 'late', dueAt: clock.now() });
    await storage.jobs.add({ kind: 'test', key: 'failing', dueAt: clock.now() - 1 });
    const job = await storage.jobs.claim(['test'], minute);
    if (job) await storage.jobs.fail(job);
    expect(await storage.census.totals()).toMatchObject({ overdueJobs: 0, failedJobs: 1 });
    clock.advance(6 * minute);
    expect(await storage.census.totals()).toEqual({
      platforms: 1,
      rooms: 0,
      overdueJobs: 1,
      failedJobs: 1,
    });
  });
});
