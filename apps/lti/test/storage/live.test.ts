import { expect, it } from 'vitest';
import { hour, minute, second } from '../../src/clock.ts';
import { mostQuestions } from '../../src/storage/meeting-watch.ts';
import { absoluteLifetime, idleLifetime } from '../../src/storage/sessions.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withSession } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('what is known of meetings', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const { meetingWatches } = await openFor(await kind.newDatabase(), clock);
    return { clock, watches: meetingWatches };
  }

  it('lets one of twenty ask who saw the same', async () => {
    const { watches, clock } = await open();
    const tryAll = async (at: number) => {
      const seen = await watches.get('m');
      const claims = Array.from({ length: 20 }, () => watches.claim('m', seen, at));
      return (await Promise.all(claims)).filter(Boolean).length;
    };
    expect(await tryAll(clock.now())).toBe(1);
    expect(await tryAll(clock.now() + 5 * second)).toBe(1);
  });

  it('lets one ask of two who saw the same within a thousandth of a second', async () => {
    const { watches } = await open();
    await watches.claim('m', undefined, 100);
    const seen = await watches.get('m');
    expect(await watches.claim('m', seen, 100)).toBe(true);
    expect(await watches.claim('m', seen, 100)).toBe(false);
  });

  it('counts a question whose answer is kept nowhere as ended', async () => {
    const { watches } = await open();
    await watches.claim('m', undefined, 100);
    await watches.settle('m', 100, { snapshot: '"known"' });
    await watches.claim('m', await watches.get('m'), 200);
    await watches.release('m', 200);
    const known = { settledAt: 200, answeredAt: 100, snapshot: '"known"', recent: [100, 200] };
    expect(await watches.get('m')).toMatchObject(known);
  });

  it('keeps the latest questions, as many as a minute may have', async () => {
    const { watches } = await open();
    for (let at = 1; at <= 15; at += 1) await watches.claim('m', await watches.get('m'), at);
    const watch = await watches.get('m');
    expect(watch?.recent).toHaveLength(mostQuestions);
    expect(watch?.recent.at(-1)).toBe(15);
  });

  it('keeps the answer to the latest question', async () => {
    const { watches } = await open();
    await watches.claim('m', undefined, 100);
    await watches.claim('m', await watches.get('m'), 200);
    await watches.settle('m', 200, { snapshot: '"new"' });
    await watches.settle('m', 100, { snapshot: '"old"' });
    await watches.settle('m', 100, { failure: 'timeout' });
    expect(await watches.get('m')).toMatchObject({
      snapshot: '"new"',
      settledAt: 200,
      failures: 0,
      failureCode: undefined,
    });
  });

  it('does not let an answer win over what was changed after the question', async () => {
    const { watches } = await open();
    await watches.claim('m', undefined, 100);
    await watches.note('m', { at: 150, snapshot: '"opened"', eventAt: 155 });
    await watches.settle('m', 100, { snapshot: 'null' });
    expect(await watches.get('m')).toMatchObject({
      snapshot: '"opened"',
      settledAt: 100,
      changedAt: 150,
      eventAt: 155,
    });
  });

  it('counts failures in a row, and keeps what was known', async () => {
    const { watches } = await open();
    await watches.note('m', { at: 50, snapshot: '"known"' });
    for (const at of [100, 200]) {
      await watches.claim('m', await watches.get('m'), at);
      await watches.settle('m', at, { failure: 'unreachable' });
    }
    const failed = { failures: 2, failureCode: 'unreachable', snapshot: '"known"' };
    expect(await watches.get('m')).toMatchObject(failed);
    await watches.claim('m', await watches.get('m'), 300);
    await watches.settle('m', 300, { snapshot: 'null' });
    expect(await watches.get('m')).toMatchObject({ failures: 0, failureCode: undefined });
  });

  it('forgets meetings nobody looks at', async () => {
    const { watches, clock } = await open();
    await watches.claim('old', undefined, clock.now() - hour);
    await watches.claim('new', undefined, clock.now());
    await watches.purge(clock.now() - minute);
    expect(await watches.get('old')).toBeUndefined();
    expect(await watches.get('new')).toBeDefined();
  });
});

describeOnBoth('hooks', (kind) => {
  it('are found by their token, which is not stored', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { room } = await withSession(storage);
    const id = await storage.hooks.plan(room, 'token');
    expect(await storage.hooks.byToken('token')).toMatchObject({
      id,
      roomId: room.id,
      meetingID: room.meetingID,
      hookID: undefined,
    });
    expect(await storage.hooks.byToken(id)).toBeUndefined();
    expect(await storage.hooks.isOf(id, 'token')).toBe(true);
    expect(await storage.hooks.isOf(id, 'other')).toBe(false);
    await storage.hooks.name(id, 'name');
    expect(await storage.hooks.ofMeeting(room.meetingID)).toMatchObject([{ id, hookID: 'name' }]);
    await storage.hooks.forget(id);
    expect(await storage.hooks.get(id)).toBeUndefined();
  });

  it('tell an event that comes again from a new one, also when both come at once', async () => {
    const { hooks } = await openFor(await kind.newDatabase(), new ManualClock());
    const all = await Promise.all(Array.from({ length: 20 }, () => hooks.firstSeen(['a'], 0)));
    expect(all.filter((keys) => keys.has('a'))).toHaveLength(1);
    expect(await hooks.firstSeen(['a', 'b'], 0)).toEqual(new Set(['b']));
    expect(await hooks.firstSeen([], 0)).toEqual(new Set());
  });

  it('forget events after a while', async () => {
    const clock = new ManualClock();
    const { hooks } = await openFor(await kind.newDatabase(), clock);
    await hooks.firstSeen(['a'], 0);
    clock.advance(hour);
    expect(await hooks.firstSeen(['a'], clock.now() - minute)).toEqual(new Set(['a']));
  });

  it('have a health that all processes share', async () => {
    const { hooks } = await openFor(await kind.newDatabase(), new ManualClock());
    expect(await hooks.health()).toEqual({ eventAt: 0, missedAt: 0 });
    await hooks.noteHealth({ eventAt: 5 });
    await hooks.noteHealth({ missedAt: 7 });
    expect(await hooks.health()).toEqual({ eventAt: 5, missedAt: 7 });
  });
});

describeOnBoth('open pages', (kind) => {
  it('keep their sessions alive, but not beyond eight hours and not when they are dead', async () => {
    const clock = new ManualClock();
    const storage = await openFor(await kind.newDatabase(), clock);
    const { start, sessionId: idle } = await withSession(storage);
    const kept = await start();
    for (let passed = 0; passed < absoluteLifetime - minute; passed += idleLifetime - minute) {
      expect(await storage.sessions.keepAlive([kept, 'unknown'])).toEqual(new Set([kept]));
      clock.advance(idleLifetime - minute);
    }
    expect(await storage.sessions.get(idle)).toBeUndefined();
    expect(await storage.sessions.keepAlive([kept])).toEqual(new Set());
  });

  it('may be more than a question to the database can name', async () => {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    const { sessionId } = await withSession(storage);
    const strangers = Array.from({ length: 1200 }, (_, number) => `stranger ${number}`);
    const alive = await storage.sessions.keepAlive([...strangers, sessionId, sessionId]);
    expect(alive).toEqual(new Set([sessionId]));
  });
});
