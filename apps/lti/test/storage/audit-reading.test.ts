import { expect, it } from 'vitest';
import type { AuditFilter } from '../../src/storage/audit.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('reading what was done', (kind) => {
  async function open() {
    const clock = new ManualClock();
    const { audit } = await openFor(await kind.newDatabase(), clock);
    const actions = async (filter: AuditFilter, size = 50) =>
      (await audit.read(filter, { size })).entries.map(({ action }) => action);
    return { audit, clock, actions };
  }

  it('gives the newest first, as it was noted', async () => {
    const { audit, clock } = await open();
    await audit.note({ actor: 'a', action: 'meeting.end', roomId: 'r', detail: { count: 2 } });
    clock.advance(5);
    await audit.note({ actor: 'tool', action: 'recording.delete', platformId: 'p' });
    const { entries, next } = await audit.read({}, { size: 50 });
    expect(next).toBeUndefined();
    expect(entries).toMatchObject([
      { actor: 'tool', action: 'recording.delete', platformId: 'p', detail: {}, at: clock.now() },
      { actor: 'a', action: 'meeting.end', roomId: 'r', detail: { count: 2 } },
    ]);
  });

  it('goes through everything page by page, also what happened at once', async () => {
    const { audit, clock } = await open();
    for (let number = 0; number < 25; number += 1) {
      if (number % 5 === 0) clock.advance(1);
      await audit.note({ actor: 'a', action: `n${number}` });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { entries, next } = await audit.read({}, { size: 4, after });
      expect(entries.length).toBeLessThanOrEqual(4);
      seen.push(...entries.map(({ action }) => action));
      after = next;
    } while (after !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('finds what is asked for, with no character meaning more than itself', async () => {
    const { audit, clock, actions } = await open();
    const noon = clock.now();
    await audit.note({ actor: 'a', action: 'meeting.end', platformId: 'p', roomId: 'r' });
    clock.advance(1000);
    await audit.note({ actor: 'b', action: 'meeting.open', platformId: 'q' });
    await audit.note({ actor: 'b', action: 'm%' });
    expect(await actions({ action: 'meeting' })).toHaveLength(2);
    expect(await actions({ action: 'm%' })).toEqual(['m%']);
    expect(await actions({ action: 'm_eting' })).toEqual([]);
    expect(await actions({ action: "'; drop table audit; --" })).toEqual([]);
    expect(await actions({ actor: 'a' })).toEqual(['meeting.end']);
    expect(await actions({ platformId: 'q' })).toEqual(['meeting.open']);
    expect(await actions({ roomId: 'r' })).toEqual(['meeting.end']);
    expect(await actions({ from: noon + 1 })).toHaveLength(2);
    expect(await actions({ to: noon + 1 })).toEqual(['meeting.end']);
    expect(await actions({ actor: 'b', action: 'meeting', from: noon })).toEqual(['meeting.open']);
  });

  it.each(['x', '1-', '1-zz', "1-' or 1=1"])('begins anew at a place like %j', async (after) => {
    const { audit } = await open();
    await audit.note({ actor: 'a', action: 'meeting.end' });
    expect((await audit.read({}, { size: 5, after })).entries).toHaveLength(1);
  });
});
