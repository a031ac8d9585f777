import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { meetingJob, type NewMeeting, openingTakes } from '../../src/storage/reservations.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('meetings', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const address = await kind.newDatabase();
    const storage = await openFor(address, clock);
    const { room } = await withSession(storage);
    const { meetings } = storage;
    const planned: NewMeeting = {
      roomId: room.id,
      meetingID: room.meetingID,
      language: 'de',
      plannedEndAt: clock.now() + 60 * minute,
      seats: 20,
    };
    const add = (changes: Partial<NewMeeting> = {}) =>
      meetings.inTurn('seats', (turn) => turn.add({ ...planned, ...changes }));
    const facts = { createTime: 17, internalID: 'i', plannedEndAt: clock.now() + 30 * minute };
    return { clock, address, storage, meetings, room, add, facts };
  }

  it('are planned together with the job that ends them', async () => {
    const { clock, storage, meetings, room, add } = await open();
    const meeting = await add();
    expect(meeting).toMatchObject({
      roomId: room.id,
      meetingID: room.meetingID,
      language: 'de',
      openedAt: clock.now(),
      plannedEndAt: clock.now() + 60 * minute,
      seats: 20,
      state: 'planned',
      createTime: undefined,
      ends: undefined,
    });
    expect(await meetings.get(meeting.id)).toEqual(meeting);
    expect(await meetings.openIn(room.id)).toEqual(meeting);
    expect(await meetings.listOpen()).toEqual([meeting]);
    expect(await storage.jobs.claim([meetingJob], minute)).toBeUndefined();
    clock.advance(openingTakes);
    expect(await storage.jobs.claim([meetingJob], minute)).toMatchObject({ key: meeting.id });
  });

  it('are planned with their job or not at all', async () => {
    const { clock, storage, meetings, room, add } = await open();
    const broken = meetings.inTurn('seats', async (turn) => {
      await turn.add({ roomId: room.id, meetingID: 'x', language: 'en', seats: 1 });
      throw new Error('the process was told to stop');
    });
    await expect(broken).rejects.toThrow('told to stop');
    expect(await meetings.listOpen()).toEqual([]);
    clock.advance(openingTakes);
    expect(await storage.jobs.claim([meetingJob], minute)).toBeUndefined();
    await add();
  });

  it('are at most one in a room at a time', async () => {
    const { meetings, add } = await open();
    const first = await add();
    await expect(add()).rejects.toThrow(/unique/i);
    await meetings.end(first.id, 'server');
    expect((await add()).id).not.toBe(first.id);
  });

  it('become live once, and keep what whoever was first said', async () => {
    const { meetings, add, facts } = await open();
    const { id } = await add();
    await meetings.settle(id, facts);
    await meetings.settle(id, { ...facts, createTime: 18 });
    expect(await meetings.get(id)).toMatchObject({ state: 'live', ...facts });
  });

  it('change for who read them last, and for nobody else', async () => {
    const { clock, meetings, add } = await open();
    const meeting = await add();
    const ends = { times: 1, lastAt: clock.now(), pending: true };
    const changed = await meetings.change(meeting, { ends, warnedAt: 5, people: 3 });
    expect(changed).toMatchObject({ ends, warnedAt: 5, people: 3, revision: 1 });
    expect(await meetings.change(meeting, { people: 4 })).toBeUndefined();
    const seen = { at: clock.now(), meeting: 'ending' } as const;
    expect(await meetings.change(changed!, { warnedAt: undefined, seen })).toMatchObject({
      warnedAt: undefined,
      seen,
      ends,
      people: 3,
    });
  });

  it('are claimed by one of ten who want to end them at once', async () => {
    const { clock, meetings, add } = await open();
    const meeting = await add();
    const ends = { times: 1, lastAt: clock.now() };
    const claims = Array.from({ length: 10 }, () => meetings.change(meeting, { ends }));
    const won = (await Promise.all(claims)).filter((claim) => claim !== undefined);
    expect(won).toHaveLength(1);
  });

  it('end once, and stay ended', async () => {
    const { clock, meetings, add, facts, room } = await open();
    const meeting = await add();
    const all = await Promise.all([1, 2, 3].map(() => meetings.end(meeting.id, 'server')));
    expect(all.filter(Boolean)).toHaveLength(1);
    expect(await meetings.openIn(room.id)).toBeUndefined();
    await meetings.settle(meeting.id, facts);
    const ended = { state: 'ended', endedAt: clock.now(), endedBy: 'server' };
    expect(await meetings.get(meeting.id)).toMatchObject(ended);
    expect(await meetings.change((await meetings.get(meeting.id))!, { people: 1 })).toBeUndefined();
  });

  it('give their plan back unless somebody else took it up', async () => {
    const { meetings, add, clock } = await open();
    const meeting = await add();
    const adopted = await meetings.change(meeting, { openedAt: clock.now() });
    await meetings.release(meeting);
    expect(await meetings.get(meeting.id)).toMatchObject({ state: 'planned' });
    await meetings.release(adopted!);
    expect(await meetings.get(meeting.id)).toMatchObject({ state: 'ended', endedBy: 'refused' });
  });

  it('are counted by one at a time who wants the last seats', async () => {
    const { meetings, room, storage } = await open();
    let inside = 0;
    let most = 0;
    const takers = Array.from({ length: 8 }, (_, number) =>
      meetings.inTurn('seats', async (turn) => {
        inside += 1;
        most = Math.max(most, inside);
        const taken = (await turn.open()).length;
        if (taken < 3) await turn.add({ meetingID: `m${number}`, language: 'en', seats: 5 });
        inside -= 1;
      }),
    );
    await Promise.all(takers);
    expect(most).toBe(1);
    expect(await meetings.listOpen()).toHaveLength(3);
    expect(await storage.rooms.get(room.id)).toBeDefined();
  });

  it('are forgotten long after their end', async () => {
    const { clock, address, meetings, add } = await open();
    const { id } = await add();
    await meetings.end(id, 'server');
    clock.advance(minute);
    await meetings.forgetEnded(clock.now() - 2 * minute);
    expect(await peek(address, 'select id from meetings')).toHaveLength(1);
    await meetings.forgetEnded(clock.now());
    expect(await peek(address, 'select id from meetings')).toEqual([]);
  });
});
