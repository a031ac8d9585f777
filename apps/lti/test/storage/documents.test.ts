import { expect, it } from 'vitest';
import { linkLifetime } from '../../src/storage/documents.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const pdf = (name: string, content = new Uint8Array([0, 37, 80, 68, 70, 255])) => ({
  name,
  type: 'application/pdf',
  content,
});

describeOnBoth('documents of a room', (kind) => {
  const open = async () => {
    const address = await kind.newDatabase();
    const clock = new ManualClock();
    const storage = await openFor(address, clock);
    const { room, course } = await withSession(storage);
    const other = await storage.rooms.open(course, 'link:other', room);
    const { documents } = storage;
    const names = async (id = room.id) => (await documents.listOf(id)).map(({ name }) => name);
    return { address, clock, documents, room, other, names };
  };

  it('stand in the order in which they came, until somebody moves them', async () => {
    const { documents, room, names } = await open();
    const added = [];
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) {
      added.push(await documents.add(room.id, pdf(name), 10));
    }
    expect(await names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(await documents.move(room.id, added[2]?.id ?? '', 0)).toBe(true);
    expect(await names()).toEqual(['c.pdf', 'a.pdf', 'b.pdf']);
    expect(await documents.move(room.id, added[2]?.id ?? '', 99)).toBe(true);
    expect(await names()).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    expect(await documents.remove(room.id, added[0]?.id ?? '')).toBe(true);
    expect(await documents.remove(room.id, added[0]?.id ?? '')).toBe(false);
    expect(await names()).toEqual(['b.pdf', 'c.pdf']);
  });

  it('are as many as allowed, also when several come at once', async () => {
    const { documents, room, names } = await open();
    const adding = ['a', 'b', 'c', 'd'].map((name) => documents.add(room.id, pdf(name), 2));
    const added = await Promise.all(adding);
    expect(added.filter((document) => document === undefined)).toHaveLength(2);
    expect(await names()).toHaveLength(2);
  });

  it('are not those of another room', async () => {
    const { documents, room, other, names } = await open();
    const added = await documents.add(room.id, pdf('a.pdf'), 10);
    expect(await documents.move(other.id, added?.id ?? '', 0)).toBe(false);
    expect(await documents.remove(other.id, added?.id ?? '')).toBe(false);
    expect(await names()).toEqual(['a.pdf']);
    expect(await names(other.id)).toEqual([]);
  });

  it('come out byte for byte, by a link that says nothing and ends soon', async () => {
    const { address, clock, documents, room } = await open();
    const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    const added = await documents.add(room.id, pdf('a.pdf', content), 10);
    const token = await documents.issueLink(added?.id ?? '');
    expect(JSON.stringify(await peek(address, 'select * from document_links'))).not.toContain(
      token,
    );
    clock.advance(linkLifetime - 1);
    const { content: found, ...described } = (await documents.byLink(token)) ?? {};
    expect(described).toEqual(added);
    expect(Buffer.from(found ?? []).equals(content)).toBe(true);
    clock.advance(1);
    expect(await documents.byLink(token)).toBeUndefined();
    await documents.issueLink(added?.id ?? '');
    expect(await peek(address, 'select * from document_links')).toHaveLength(1);
  });

  it('take their links with them', async () => {
    const { address, documents, room } = await open();
    const added = await documents.add(room.id, pdf('a.pdf'), 10);
    const token = await documents.issueLink(added?.id ?? '');
    await documents.remove(room.id, added?.id ?? '');
    expect(await documents.byLink(token)).toBeUndefined();
    expect(await peek(address, 'select * from document_links')).toEqual([]);
  });

  it('are copied into a room that has none', async () => {
    const { documents, room, other, names } = await open();
    const content = new Uint8Array([1, 2, 3]);
    await documents.add(room.id, pdf('a.pdf', content), 10);
    await documents.add(room.id, pdf('b.pdf'), 10);
    await documents.copy(room.id, other.id);
    await documents.copy(room.id, other.id);
    expect(await names(other.id)).toEqual(['a.pdf', 'b.pdf']);
    const [copy] = await documents.listOf(other.id);
    const found = await documents.byLink(await documents.issueLink(copy?.id ?? ''));
    expect([...(found?.content ?? [])]).toEqual([1, 2, 3]);
    expect(await names()).toEqual(['a.pdf', 'b.pdf']);
  });
});
