import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/clock.ts';
import { toolKeysOf } from '../../src/keys/tool-keys.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { fakePlatform } from '../kit/fake-platform.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('registrations', (kind) => {
  /** Two processes on one database (one does both jobs on SQLite), with one platform. */
  async function twoProcesses(deploymentIds: readonly string[] = ['1']) {
    const clock = new ManualClock();
    const address = await kind.newDatabase();
    const one = await openFor(address, clock);
    const other = kind.name === 'SQLite' ? one : await openFor(address, clock);
    const { settings } = await fakePlatform();
    const platform = await one.platforms.add({ ...settings, deploymentIds }, 'registration');
    return { clock, one, other, settings, id: platform?.id ?? '' };
  }

  describe('a platform', () => {
    it('is added once', async () => {
      const { one, other, settings } = await twoProcesses();
      expect(await other.platforms.add(settings, 'command')).toBeUndefined();
      expect(await one.platforms.list()).toHaveLength(1);
    });

    it('that is not of the platforms file stays when the file is read', async () => {
      const { one, id, settings } = await twoProcesses();
      await one.platforms.register([{ ...settings, clientId: 'of-the-file' }]);
      await one.platforms.register([]);
      expect(await one.platforms.get(id)).toMatchObject({ enabled: true, source: 'registration' });
      expect(await one.deployments.list(id)).toEqual(['1']);
      expect(await one.platforms.listEnabled()).toHaveLength(1);
    });

    it('without a deployment takes the first, and of two at once only one', async () => {
      const { one, other, id } = await twoProcesses([]);
      expect(await one.deployments.isWelcome(id, 'a')).toBe(true);
      const admitted = await Promise.all([
        one.deployments.admit(id, 'a'),
        other.deployments.admit(id, 'b'),
      ]);
      expect(admitted.filter(Boolean)).toHaveLength(1);
      expect(await one.deployments.list(id)).toHaveLength(1);
      expect(await one.deployments.listWaiting(id)).toHaveLength(1);
    });

    it('remembers the newest twenty deployments that wait', async () => {
      const { one, id, clock } = await twoProcesses();
      for (let count = 0; count < 25; count += 1) {
        clock.advance(1);
        await one.deployments.admit(id, `d${count}`);
      }
      const waiting = await one.deployments.listWaiting(id);
      expect(waiting).toHaveLength(20);
      expect(waiting).not.toContain('d4');
    });

    it('gets its waiting change once', async () => {
      const { one, other, id, settings } = await twoProcesses();
      const changed = {
        ...settings,
        jwksUri: 'https://lms.example/new',
        deploymentIds: ['1', '2'],
      };
      await one.platformChanges.propose(id, settings);
      await one.platformChanges.propose(id, changed);
      const approved = [one, other].map(({ platformChanges }) => platformChanges.approve(id));
      expect((await Promise.all(approved)).filter(Boolean)).toHaveLength(1);
      expect((await other.platforms.get(id))?.jwksUri).toBe('https://lms.example/new');
      expect((await other.deployments.list(id)).toSorted()).toEqual(['1', '2']);
    });
  });

  describe('an invitation', () => {
    it('is used once by two processes, and until it expires', async () => {
      const { one, other, clock } = await twoProcesses();
      const invite = await one.invites.issue(hour);
      const used = await Promise.all([one.invites.use(invite), other.invites.use(invite)]);
      expect(used.filter(Boolean)).toHaveLength(1);
      await one.invites.giveBack(invite);
      expect(await other.invites.isGood(invite)).toBe(true);
      clock.advance(hour + minute);
      expect(await other.invites.isGood(invite)).toBe(false);
      expect(await other.invites.use(invite)).toBe(false);
    });
  });

  describe('our keys', () => {
    it('are one for two processes that need the first one at once', async () => {
      const { one, other, clock } = await twoProcesses();
      const sets = await Promise.all(
        [one, other].map((storage) => toolKeysOf(storage, clock).jwks()),
      );
      expect(sets[0]?.keys).toHaveLength(1);
      expect(sets[0]).toEqual(sets[1]);
      // What one process sealed, the other opens.
      expect(await toolKeysOf(other, clock).sign({})).toContain('.');
    });
  });
});
