import { expect, it } from 'vitest';
import { hour, minute } from '../../src/clock.ts';
import { absoluteLifetime } from '../../src/storage/sessions.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { student, withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('sessions', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const storage = await openFor(await kind.newDatabase(), clock);
    return { clock, storage, ...(await withSession(storage)) };
  }

  it('that follow from another end when that one would have', async () => {
    const { clock, storage, room, sessionId } = await open();
    const { sessions } = storage;
    for (let passed = 0; passed < absoluteLifetime - hour; passed += hour / 4) {
      clock.advance(hour / 4);
      await sessions.keepAlive([sessionId]);
    }
    const later = await sessions.startFrom(sessionId, { ...student, roomId: room.id });
    for (let passed = 0; passed < hour - minute; passed += minute) {
      clock.advance(minute);
      await sessions.keepAlive([later]);
    }
    expect(await sessions.get(later)).toBeDefined();
    clock.advance(minute);
    expect(await sessions.get(later)).toBeUndefined();
    const again = sessions.startFrom(later, { ...student, roomId: room.id });
    await expect(again).rejects.toThrow('has ended');
  });

  it('lose the rights that somebody no longer has in their course, and gain none', async () => {
    const { storage, course, room } = await open();
    const { sessions, rooms } = storage;
    const other = await rooms.open({ ...course, contextId: '9' }, 'link:3', {
      title: 'Lab',
      contextTitle: 'Chemistry',
    });
    const rights = { isModerator: true, mayManage: true, mayJoin: true };
    const start = (roomId: string, userID: string) =>
      sessions.start({ ...student, ...rights, roomId, userID });
    const ids = await Promise.all([
      start(room.id, 'u'),
      start(other.id, 'u'),
      start(room.id, 'somebody else'),
    ]);
    const left = async () =>
      (await Promise.all(ids.map((id) => sessions.get(id)))).map(
        (session) => session && [session.isModerator, session.mayManage, session.mayJoin],
      );
    const from = { userID: 'u', roomId: room.id };
    await sessions.withdraw(from, course, rights);
    expect((await left())[0]).toEqual([true, true, true]);
    await sessions.withdraw(from, course, { ...rights, isModerator: false });
    await sessions.withdraw(from, course, { ...rights, mayManage: false });
    expect(await left()).toEqual([
      [false, false, true],
      [true, true, true],
      [true, true, true],
    ]);
  });

  it('say what their people may do now, as long as they live', async () => {
    const { clock, storage, course, room, sessionId } = await open();
    const { sessions } = storage;
    const all = { isModerator: true, mayManage: true, mayJoin: true };
    const other = await sessions.start({ ...student, ...all, roomId: room.id, userID: 'v' });
    const unknown = Array.from({ length: 1200 }, (_, at) => `nobody ${at}`);
    await sessions.withdraw({ userID: 'v', roomId: room.id }, course, { ...all, mayJoin: false });
    const rights = await sessions.rightsOf([sessionId, ...unknown, other]);
    expect(Object.fromEntries(rights)).toEqual({
      [sessionId]: { isModerator: false, mayManage: false, mayJoin: true },
      [other]: { ...all, mayJoin: false },
    });
    expect((await sessions.rightsOf([])).size).toBe(0);
    clock.advance(absoluteLifetime);
    expect((await sessions.rightsOf([other])).size).toBe(0);
  });

  it('outside any course lose rights at their room alone', async () => {
    const { storage, course } = await open();
    const { sessions, rooms } = storage;
    const nowhere = { ...course, contextId: '' };
    const titles = { title: 'Room', contextTitle: '' };
    const one = await rooms.open(nowhere, 'link:1', titles);
    const other = await rooms.open(nowhere, 'link:2', titles);
    const ids = await Promise.all(
      [one, other].map(({ id }) => sessions.start({ ...student, mayManage: true, roomId: id })),
    );
    const rights = { isModerator: false, mayManage: false, mayJoin: true };
    await sessions.withdraw({ userID: student.userID, roomId: one.id }, nowhere, rights);
    const left = await Promise.all(ids.map((id) => sessions.get(id)));
    expect(left.map((session) => session?.mayManage)).toEqual([false, true]);
  });
});
