import { expect, it } from 'vitest';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { student, withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const titles = { title: 'Lecture', contextTitle: 'Physics' };

describeOnBoth('copies of rooms', (kind) => {
  /** A course with a room, and a copy of it with a room of its own and one of another origin. */
  async function copied() {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const platformId = await withPlatform(storage);
    const tenant = { platformId, deploymentId: '1' };
    const [there, here] = [
      { ...tenant, contextId: '2' },
      { ...tenant, contextId: '3' },
    ];
    const source = await storage.rooms.open(there, 'link:7', titles);
    const room = await storage.rooms.open(here, 'link:8', titles);
    const other = await storage.rooms.open(here, 'choice:1', titles);
    return { storage, there, here, source, room, other };
  }

  it('are one for a course and a source, also when many are added at once', async () => {
    const { storage, here, source, room, other } = await copied();
    const added = await Promise.all(
      [room, other, room].map(({ id }) => storage.roomCopies.add(here, source.id, id)),
    );
    const copy = added[0]?.copy;
    expect(added.map((one) => one.copy)).toEqual([copy, copy, copy]);
    expect(added.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(copy).toMatchObject({ choice: 'clone', isChosen: false, sourceRoomId: source.id });
    expect(await storage.roomCopies.ofSource(here, source.id)).toEqual(copy);
  });

  it('are found by source, by room, and by the room a course shares', async () => {
    const { storage, there, here, source, room, other } = await copied();
    const { copy } = await storage.roomCopies.add(here, source.id, room.id);
    const { roomCopies } = storage;
    expect(await roomCopies.ofSource(here, source.id)).toEqual(copy);
    expect(await roomCopies.ofRoom(here, room.id)).toEqual(copy);
    expect(await roomCopies.ofRoom(here, source.id)).toEqual(copy);
    expect(await roomCopies.ofRoom(here, other.id)).toBe(undefined);
    expect(await roomCopies.ofRoom(there, source.id)).toBe(undefined);
    expect(await roomCopies.ofSource({ ...here, deploymentId: '2' }, source.id)).toBe(undefined);
  });

  it('take the links of their course along, and no others', async () => {
    const { storage, there, here, source, room, other } = await copied();
    const { copy } = await storage.roomCopies.add(here, source.id, room.id);
    const bind = (place: typeof here, link: string, roomId: string) =>
      storage.links.bind({ ...place, resourceLinkId: link }, { roomId, opens: 'room' });
    await bind(there, '7', source.id);
    await bind(here, '8', room.id);
    await bind(here, '9', room.id);
    await bind(here, '10', other.id);
    const opened = async () => {
      const places = [
        { ...there, resourceLinkId: '7' },
        ...['8', '9', '10'].map((resourceLinkId) => ({ ...here, resourceLinkId })),
      ];
      const found = await Promise.all(places.map((place) => storage.links.find(place)));
      return found.map((target) => target?.roomId);
    };
    await storage.roomCopies.choose(copy, 'share');
    expect(await opened()).toEqual([source.id, source.id, source.id, other.id]);
    expect(await storage.roomCopies.ofSource(here, source.id)).toMatchObject({
      choice: 'share',
      isChosen: true,
    });
    await storage.roomCopies.choose(copy, 'empty');
    expect(await opened()).toEqual([source.id, room.id, room.id, other.id]);
  });

  it('belong to the sessions that were told of them, as long as those live', async () => {
    const { storage, here, source, room } = await copied();
    const { copy } = await storage.roomCopies.add(here, source.id, room.id);
    const [one, other] = [
      await storage.sessions.start({ ...student, roomId: room.id }),
      await storage.sessions.start({ ...student, roomId: room.id }),
    ];
    await storage.roomCopies.noteChooser(one, copy.id);
    expect(await storage.roomCopies.chosenIn(one)).toEqual(copy);
    expect(await storage.roomCopies.chosenIn(other)).toBe(undefined);
  });

  it('are not in use before a meeting', async () => {
    const { storage, here, source, room } = await copied();
    const { copy } = await storage.roomCopies.add(here, source.id, room.id);
    expect(await storage.roomCopies.isInUse(copy)).toBe(false);
  });
});
