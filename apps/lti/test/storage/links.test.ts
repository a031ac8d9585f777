import { describe, expect, it } from 'vitest';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const titles = { title: 'Lecture', contextTitle: 'Physics' };

describeOnBoth('links', (kind) => {
  async function course() {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const platformId = await withPlatform(storage);
    const here = { platformId, deploymentId: '1', contextId: '2' };
    const rooms = [
      await storage.rooms.open(here, 'link:7', titles),
      await storage.rooms.open(here, 'choice:1', titles),
    ];
    const [roomId = '', otherId = ''] = rooms.map(({ id }) => id);
    return { storage, here, place: { ...here, resourceLinkId: '7' }, roomId, otherId };
  }

  describe('a link', () => {
    it('opens nothing until it is bound', async () => {
      const { storage, place } = await course();
      expect(await storage.links.find(place)).toBe(undefined);
    });

    it('stays what it was bound to first, also when many bind it at once', async () => {
      const { storage, place, roomId, otherId } = await course();
      const targets = [roomId, otherId, otherId, roomId].map(
        (id) => ({ roomId: id, opens: 'room' }) as const,
      );
      const answers = await Promise.all(targets.map((to) => storage.links.bind(place, to)));
      const bound = await storage.links.find(place);
      expect(answers).toEqual(targets.map(() => bound));
    });

    it('keeps which recording it opens, and which item it named', async () => {
      const { storage, place, roomId } = await course();
      const target = { roomId, opens: 'recording', recordID: 'r-1', itemId: 'i' } as const;
      expect(await storage.links.bind(place, target)).toEqual(target);
      expect(await storage.links.find(place)).toEqual(target);
    });

    it('opens something else once it is bound again', async () => {
      const { storage, place, roomId, otherId } = await course();
      const target = { roomId, opens: 'recording', recordID: 'r-1', itemId: 'i' } as const;
      await storage.links.bind(place, target);
      await storage.links.rebind(place, { roomId: otherId, opens: 'room' });
      expect(await storage.links.find(place)).toEqual({ roomId: otherId, opens: 'room' });
    });

    it('is another one in another course, deployment or with another id', async () => {
      const { storage, place, roomId } = await course();
      await storage.links.bind(place, { roomId, opens: 'room' });
      const others = [
        { ...place, contextId: '3' },
        { ...place, deploymentId: '2' },
        { ...place, platformId: 'x' },
        { ...place, resourceLinkId: '70' },
      ];
      const found = await Promise.all(others.map((other) => storage.links.find(other)));
      expect(found).toEqual([undefined, undefined, undefined, undefined]);
    });

    it('is found by its id within its tenant alone', async () => {
      const { storage, here, place, roomId } = await course();
      await storage.links.bind(place, { roomId, opens: 'room' });
      expect(await storage.links.withId(here, '7')).toEqual([
        { contextId: '2', roomId, opens: 'room' },
      ]);
      expect(await storage.links.withId({ ...here, deploymentId: '2' }, '7')).toEqual([]);
      expect(await storage.links.withId(here, '%')).toEqual([]);
    });
  });

  describe('a chosen item', () => {
    it('is found in its tenant, whichever course asks', async () => {
      const { storage, here, roomId } = await course();
      const chosen = { ...here, roomId, opens: 'recording', recordID: 'r' } as const;
      const item = await storage.chosenItems.add(chosen);
      expect(item).toEqual({ ...chosen, id: expect.stringMatching(/^[0-9a-f]{32}$/) });
      const elsewhere = { ...here, contextId: '9' };
      expect(await storage.chosenItems.get(elsewhere, item.id)).toEqual(item);
    });

    it('is unknown to other tenants, like one that there is not', async () => {
      const { storage, here, roomId } = await course();
      const { id } = await storage.chosenItems.add({ ...here, roomId, opens: 'room' });
      expect(await storage.chosenItems.get({ ...here, deploymentId: '2' }, id)).toBe(undefined);
      expect(await storage.chosenItems.get({ ...here, platformId: 'x' }, id)).toBe(undefined);
      expect(await storage.chosenItems.get(here, 'x')).toBe(undefined);
    });

    it('has an id of its own each time', async () => {
      const { storage, here, roomId } = await course();
      const add = () => storage.chosenItems.add({ ...here, roomId, opens: 'gallery' });
      expect((await add()).id).not.toBe((await add()).id);
    });
  });
});
