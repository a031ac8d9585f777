import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/clock.ts';
import { toolKeysOf } from '../../src/keys/tool-keys.ts';
import type { Storage } from '../../src/storage/database.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { fakePlatform } from '../kit/fake-platform.ts';
import { student } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const wish = {
  returnUrl: 'https://lms.example/return',
  takesLinks: true,
  takesSeveral: false,
  takesPoints: false,
  showings: [],
  intoText: false,
  title: '',
};

/** Lets a student into a room of a platform, and a teacher choose there. */
async function arrive({ rooms, sessions, choosers }: Storage, platformId: string) {
  const course = { platformId, deploymentId: '1', contextId: '2' };
  const titles = { title: 'Lecture', contextTitle: 'Physics' };
  const { id: roomId } = await rooms.open(course, 'link:3', titles);
  const choice = { ...course, contextTitle: 'Physics', userID: 'u', language: 'en', wish } as const;
  return {
    sessionId: await sessions.start({ ...student, roomId }),
    chooserId: (await choosers.start(choice)).id,
  };
}

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

    it('that is switched off, or leaves the file, puts out who came from there, and no others', async () => {
      const { one, other, id, settings } = await twoProcesses();
      await one.platforms.register([{ ...settings, clientId: 'of-the-file' }]);
      const [listed] = await one.platforms.find(settings.issuer, 'of-the-file');
      const [own, ofFile] = [await arrive(one, id), await arrive(one, listed?.id ?? '')];
      const alive = async () => {
        const sessions = [own, ofFile].map(({ sessionId }) => other.sessions.get(sessionId));
        const choosers = [own, ofFile].map(({ chooserId }) => other.choosers.get(chooserId));
        return (await Promise.all([...sessions, ...choosers])).map((each) => each !== undefined);
      };
      await other.platforms.switch(id, true);
      await other.platforms.register([{ ...settings, clientId: 'of-the-file' }]);
      expect(await alive()).toEqual([true, true, true, true]);
      await other.platforms.switch(id, false);
      expect(await alive()).toEqual([false, true, false, true]);
      await other.platforms.register([]);
      expect(await alive()).toEqual([false, false, false, false]);
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

    it('keeps deployments that launches named, however many more logins name', async () => {
      const { one, other, id, clock } = await twoProcesses();
      await one.deployments.admit(id, 'real');
      for (let count = 0; count < 30; count += 1) {
        clock.advance(1);
        await other.deployments.isWelcome(id, `made up ${count}`);
      }
      await other.deployments.isWelcome(id, 'real');
      const waiting = await one.deployments.listWaiting(id);
      expect(waiting).toContain('real');
      expect(waiting).toHaveLength(6);
      await one.deployments.admit(id, 'made up 29');
      await one.deployments.isWelcome(id, 'made up 30');
      expect(await one.deployments.listWaiting(id)).toContain('made up 29');
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
