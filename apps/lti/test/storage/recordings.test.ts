import { expect, it } from 'vitest';
import { minute, second } from '../../src/clock.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

const unread = { readAt: undefined, failures: 0 };
const facts = (recordID: string, name: string, startTime: number) => ({
  recordID,
  name,
  startTime,
  state: 'published',
  playback: [{ type: 'presentation', url: `https://bbb.example/${recordID}` }],
});

describeOnBoth('the index of recordings', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const address = await kind.newDatabase();
    const storage = await openFor(address, clock);
    const session = await withSession(storage);
    await storage.recordingLists.begin(session.room.id);
    const add = (...recordings: readonly ReturnType<typeof facts>[]) =>
      storage.recordings.rewrite(session.room.id, (index) => ({
        index: [
          ...index,
          ...recordings.map((each) => ({
            recordID: each.recordID,
            state: 'published' as const,
            facts: each,
          })),
        ],
        changes: recordings.map(({ recordID }) => ({
          kind: 'added',
          recordID,
          state: 'published',
        })),
      }));
    const namesFor = async (search: { text?: string; from?: number; to?: number }) =>
      (await storage.recordings.listOf(session.room.id, search)).map(({ facts: f }) => f?.name);
    return { ...session, address, clock, storage, add, namesFor };
  }

  it('keeps what the server said, the newest first, each recording once', async () => {
    const { storage, room, add } = await open();
    await add(facts('a', 'Old', 1), facts('b', 'New', 2));
    await add(facts('a', 'Old, renamed', 1));
    const list = await storage.recordings.listOf(room.id);
    expect(list.map(({ facts: f }) => f?.name)).toEqual(['New', 'Old, renamed']);
    expect(await storage.recordings.get(room.id, 'a')).toEqual({
      recordID: 'a',
      state: 'published',
      facts: facts('a', 'Old, renamed', 1),
      audience: 'room',
    });
  });

  it('belongs to one room: an id of another one is unknown', async () => {
    const { storage, course, room, add } = await open();
    await add(facts('a', 'Mine', 1));
    const other = await storage.rooms.open(course, 'link:9', { title: 'O', contextTitle: '' });
    expect(await storage.recordings.get(other.id, 'a')).toBeUndefined();
    expect(await storage.recordings.listOf(other.id)).toEqual([]);
    await storage.recordings.remove(other.id, 'a');
    expect(await storage.recordings.get(room.id, 'a')).toMatchObject({ recordID: 'a' });
  });

  it.each([
    ['in any case', 'ALGE', ['Algebra, 100 % done']],
    ['without accents', 'seance', ['Séance_1']],
    ['a percent sign as itself (attack 169)', '%', ['Algebra, 100 % done']],
    ['an underscore as itself (attack 169)', '_', ['Séance_1']],
    ['a backslash as itself (attack 169)', '\\', []],
    ['quotes as themselves (attack 169)', `' or 1=1 --`, []],
  ])('is searched %s', async (_how, text, names) => {
    const { add, namesFor } = await open();
    await add(facts('a', 'Algebra, 100 % done', 1), facts('b', 'Séance_1', 2));
    expect(await namesFor({ text })).toEqual(names);
  });

  it('is searched by day', async () => {
    const { add, namesFor } = await open();
    await add(facts('a', 'First', 1000), facts('b', 'Second', 2000), facts('c', 'Third', 3000));
    expect(await namesFor({ from: 2000 })).toEqual(['Third', 'Second']);
    expect(await namesFor({ from: 1500, to: 2500 })).toEqual(['Second']);
  });

  it('keeps for whom a recording is while the server says new things of it', async () => {
    const { storage, room, add } = await open();
    await add(facts('a', 'Lecture', 1));
    await storage.recordings.setAudience(room.id, 'a', 'teachers');
    await add(facts('a', 'Lecture, again', 1));
    expect(await storage.recordings.get(room.id, 'a')).toMatchObject({
      audience: 'teachers',
      facts: { name: 'Lecture, again' },
    });
  });

  it('expects a recording once, and never over one that is there', async () => {
    const { storage, room, add, clock } = await open();
    await add(facts('a', 'Lecture', 1));
    for (const recordID of ['a', 'b', 'b']) {
      await storage.recordings.expect(room.id, recordID, clock.now());
    }
    const list = await storage.recordings.listOf(room.id);
    expect(Object.fromEntries(list.map(({ recordID, state }) => [recordID, state]))).toEqual({
      a: 'published',
      b: 'expected',
    });
  });

  it('tells of the end of a meeting to one of all who see it', async () => {
    const { storage, room } = await open();
    const { recordingLists } = storage;
    const live = (wasRecorded: boolean, recordID = 'a') =>
      recordingLists.noteLive(room.id, { recordID, wasRecorded });
    await live(false);
    await live(true);
    await live(false);
    expect(await recordingLists.get(room.id)).toMatchObject({ isLive: true });
    const told = await Promise.all(
      Array.from({ length: 5 }, () => recordingLists.noteEnded(room.id)),
    );
    expect(told.filter((each) => each !== undefined)).toEqual([
      { recordID: 'a', wasRecorded: true },
    ]);
    await live(true, 'b');
    expect(await recordingLists.noteEnded(room.id, 'b')).toBeUndefined();
    expect(await recordingLists.noteEnded(room.id, 'c')).toEqual({
      recordID: 'b',
      wasRecorded: true,
    });
    await recordingLists.noteRecorded(room.id);
    await live(false, 'd');
    await recordingLists.noteRecorded(room.id);
    expect(await recordingLists.noteEnded(room.id)).toEqual({ recordID: 'd', wasRecorded: true });
    await live(false, 'c');
    expect(await recordingLists.noteEnded(room.id)).toEqual({ recordID: 'c', wasRecorded: false });
  });

  it('lets one ask at a time, and others when that one has died', async () => {
    const { storage, room, clock } = await open();
    const { recordingLists } = storage;
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => recordingLists.claim(room.id, minute, unread)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await recordingLists.claimDue(10, minute)).toEqual([]);
    clock.advance(minute);
    expect(await recordingLists.claimDue(10, minute)).toEqual([
      { roomId: room.id, meetingID: room.meetingID },
    ]);
  });

  it('does not lose what was heard while somebody asked', async () => {
    const { storage, room, clock } = await open();
    const { recordingLists } = storage;
    const soon = clock.now() + second;
    await recordingLists.claim(room.id, minute, unread);
    await recordingLists.hasten(room.id, soon);
    await recordingLists.settle(room.id, { failures: 0, readAt: clock.now() });
    expect(await recordingLists.get(room.id)).toMatchObject({ dueAt: soon, readAt: clock.now() });
    clock.advance(second);
    // Whoever saw the list before somebody asked comes too late.
    expect(await recordingLists.claim(room.id, minute, unread)).toBe(false);
    await recordingLists.claim(room.id, minute, { readAt: soon - second, failures: 0 });
    await recordingLists.settle(room.id, { failures: 2, dueAt: soon + minute });
    expect(await recordingLists.get(room.id)).toMatchObject({ dueAt: soon + minute, failures: 2 });
  });

  it('gives a ticket to watch that works once, within a minute, and is not kept in clear', async () => {
    const { storage, sessionId, clock, address } = await open();
    const watching = { sessionId, recordID: 'a', format: 'video' };
    const ticket = await storage.watchTickets.issue(watching);
    expect(JSON.stringify(await peek(address, 'select * from watch_tickets'))).not.toContain(
      ticket,
    );
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => storage.watchTickets.redeem(ticket)),
    );
    expect(taken.filter((each) => each !== undefined)).toEqual([watching]);
    const late = await storage.watchTickets.issue(watching);
    clock.advance(minute);
    expect(await storage.watchTickets.redeem(late)).toBeUndefined();
  });
});
