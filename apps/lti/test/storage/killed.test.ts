import { expect, it } from 'vitest';
import { describeOnBoth, openFor, peek } from '../kit/databases.ts';
import { newLogin, withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';
import { runProcess } from '../kit/storage-processes.ts';

const rounds = 12;
const perRound = 40;
/** Longer than a lease, so that what the dead held is free again. */
const step = 5000;

describeOnBoth('a process that is killed', (kind) => {
  // 24 processes are started and killed, two at a time.
  it('loses nothing it acknowledged, and nothing is done twice', { timeout: 300_000 }, async () => {
    const address = await kind.newDatabase();
    const clock = new ManualClock();
    const storage = await openFor(address, clock);
    const platformId = await withPlatform(storage);
    for (let number = 0; number < rounds * perRound; number += 1) {
      await storage.logins.add(`shared-${number}`, newLogin(platformId));
      const key = String(number);
      await storage.jobs.add({ kind: 'test', key, dueAt: clock.now() });
    }

    const said: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const detail = `${round * perRound} ${platformId}`;
      const kill = (lines: number) =>
        runProcess('compete', { address, now: clock.now(), detail, killAfter: lines });
      said.push(...(await Promise.all([kill(9 + round * 4), kill(53 - round * 4)])).flat());
      clock.advance(step);
    }
    const last = await Promise.all(
      ['drain', 'drain'].map(() => runProcess('drain', { address, now: clock.now() })),
    );
    said.push(...last.flat());

    const all = (what: string) =>
      said.filter((line) => line.startsWith(`${what} `)).map((line) => line.split(' ')[1] ?? '');
    const took = all('took');
    expect(new Set(took).size, 'a login was accepted twice').toBe(took.length);
    expect(took.length).toBeGreaterThan(rounds);
    for (const state of took) expect(await storage.logins.take(state), state).toBeUndefined();
    for (const state of all('added')) expect(await storage.logins.take(state), state).toBeDefined();

    const jobs = new Set(all('queued'));
    for (let number = 0; number < rounds * perRound; number += 1) jobs.add(String(number));
    const completed = all('completed');
    expect(new Set(completed).size, 'a job was completed twice').toBe(completed.length);
    const ended = await peek(address, `select key from jobs where outcome = 'completed'`);
    const done = new Set(ended.map(({ key }) => key));
    expect(jobs.size).toBeGreaterThan(rounds * perRound);
    expect(
      [...jobs].filter((key) => !done.has(key)),
      'lost jobs',
    ).toEqual([]);
    // What is missing was completed by a process that died before it could say so.
    expect(completed.length).toBeGreaterThanOrEqual(jobs.size - 2 * rounds);
  });
});
