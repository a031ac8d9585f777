import { expect, it } from 'vitest';
import { targetOfLink } from '../../src/links/target-of-link.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { saveSettings } from '../kit/save-settings.ts';

const titles = { title: 'Lecture', contextTitle: 'Physics' };
const slide = { name: 'week-1.pdf', type: 'application/pdf', content: new Uint8Array([1]) };

describeOnBoth('a class that follows copied links at once', (kind) => {
  it('finds one room, whichever process answers and whichever link they follow', async () => {
    const clock = new ManualClock();
    const address = await kind.newDatabase();
    const one = await openFor(address, clock);
    const other = kind.name === 'SQLite' ? one : await openFor(address, clock);
    const platformId = await withPlatform(one);
    const there = { platformId, deploymentId: '1', contextId: '2' };
    const source = await one.rooms.open(there, 'link:7', titles);
    await saveSettings(one, source.id, { record: false });
    await one.documents.add(source.id, slide, 10);
    await one.courseOrigins.note({ ...there, contextId: '3' }, ['2']);
    const item = await one.chosenItems.add({ ...there, roomId: source.id, opens: 'room' });
    const follow = (storage: typeof one, resourceLinkId: string) =>
      targetOfLink(
        {
          ...there,
          contextId: '3',
          resourceLinkId,
          titles,
          custom: { bluebridge_item: item.id, context_history: '2' },
          userID: 'u',
          toolValuesAreSafe: false,
        },
        storage,
      );
    const links = ['8', '9', '8', '9', '8', '9'];
    const followed = links.map((link, index) => follow(index < 3 ? one : other, link));
    const targets = await Promise.all(followed);
    const [roomId = ''] = [...new Set(targets.map((target) => target.roomId))];
    expect(targets).toEqual(targets.map(() => expect.objectContaining({ roomId })));
    expect(await one.rooms.get(roomId)).toMatchObject({
      settings: { record: false },
      sourceRoomId: source.id,
    });
    expect(await one.documents.listOf(roomId)).toHaveLength(1);
    const { entries } = await one.audit.read({ action: 'room.copy' }, { size: 10 });
    expect(entries.map((entry) => entry.roomId)).toEqual([roomId]);
  });
});
