import { expect, it } from 'vitest';
import { minute } from '../../src/clock.ts';
import { type Chooser, chooserLifetime } from '../../src/storage/choosers.ts';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import type { DatabaseKind } from '../kit/databases.ts';

/** Data that no column keeps as it is, and every row must give back. */
const data = { text: '\u0000 \uD800 ü', deep: [1, { a: null }] };

async function choosersOn(kind: DatabaseKind) {
  const address = await kind.newDatabase();
  const clock = new ManualClock();
  const { choosers, ...storage } = await openFor(address, clock);
  const chooser: Omit<Chooser, 'id'> = {
    platformId: await withPlatform({ choosers, ...storage }),
    deploymentId: '1',
    contextId: '2',
    contextTitle: 'Physics',
    userID: 'u',
    language: 'de',
    wish: {
      returnUrl: 'https://lms.example/return?a=1&b=2',
      takesLinks: true,
      takesSeveral: false,
      takesPoints: true,
      showings: ['iframe'],
      intoText: false,
      title: '',
      data,
    },
  };
  return { address, clock, choosers, chooser };
}

describeOnBoth('the store of those who choose', (kind) => {
  it('gives back what was kept, data to the letter', async () => {
    const { choosers, chooser } = await choosersOn(kind);
    const { id, code } = await choosers.start(chooser);
    expect(await choosers.get(id)).toEqual({ ...chooser, id });
    const token = (await choosers.open(code)) ?? '';
    expect(await choosers.byToken(token)).toEqual({ ...chooser, id });
  });

  it('opens a code once, within a minute', async () => {
    const { choosers, chooser, clock } = await choosersOn(kind);
    const { code } = await choosers.start(chooser);
    const late = await choosers.start(chooser);
    const opened = await Promise.all([choosers.open(code), choosers.open(code)]);
    expect(opened.filter(Boolean)).toHaveLength(1);
    clock.advance(minute);
    expect(await choosers.open(late.code)).toBeUndefined();
  });

  it('lets one of many take a choice', async () => {
    const { choosers, chooser } = await choosersOn(kind);
    const { id, code } = await choosers.start(chooser);
    const token = (await choosers.open(code)) ?? '';
    const taken = await Promise.all(Array.from({ length: 20 }, () => choosers.take(token)));
    expect(taken.filter(Boolean)).toEqual([{ ...chooser, id }]);
    expect(await choosers.byToken(token)).toBeUndefined();
    expect(await choosers.get(id)).toBeUndefined();
  });

  it('forgets a choice after an hour', async () => {
    const { address, choosers, chooser, clock } = await choosersOn(kind);
    const { id, code } = await choosers.start(chooser);
    const token = (await choosers.open(code)) ?? '';
    clock.advance(chooserLifetime);
    expect(await choosers.get(id)).toBeUndefined();
    expect(await choosers.byToken(token)).toBeUndefined();
    expect(await choosers.take(token)).toBeUndefined();
    await choosers.start(chooser);
    expect(await peek(address, 'select id from choosers')).toHaveLength(1);
  });

  it('ends the choices of one person in one course', async () => {
    const { choosers, chooser } = await choosersOn(kind);
    const others = [{ userID: 'v' }, { contextId: '3' }, { deploymentId: '2' }];
    const [own, ...kept] = await Promise.all(
      [{}, ...others].map((change) => choosers.start({ ...chooser, ...change })),
    );
    await choosers.withdraw(chooser.userID, chooser);
    expect(await choosers.get(own?.id ?? '')).toBeUndefined();
    const left = await Promise.all(kept.map(({ id }) => choosers.get(id)));
    expect(left).toMatchObject(others);
  });

  it('holds no code and no token in clear', async () => {
    const { address, choosers, chooser } = await choosersOn(kind);
    const { code } = await choosers.start(chooser);
    const token = (await choosers.open(code)) ?? '';
    const waiting = await choosers.start(chooser);
    const rows = JSON.stringify(await peek(address, 'select * from choosers'));
    for (const secret of [code, token, waiting.code]) expect(rows).not.toContain(secret);
  });
});
