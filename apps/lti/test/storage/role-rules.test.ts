import { expect, it } from 'vitest';
import { mostRules } from '../../src/storage/role-rules.ts';
import { describeOnBoth, openFor } from '../kit/databases.ts';
import { withPlatform } from '../kit/fill.ts';
import { ManualClock } from '../kit/manual-clock.ts';

describeOnBoth('rules for roles', (kind) => {
  async function platform() {
    const storage = await openFor(await kind.newDatabase(), new ManualClock());
    return { storage, rules: storage.roleRules, id: await withPlatform(storage) };
  }

  it('are set, changed and taken back for one platform', async () => {
    const { rules, id } = await platform();
    await rules.set(id, 'urn:b', 'viewer');
    await rules.set(id, 'urn:a', 'editor');
    await rules.set(id, 'urn:b', 'refused');
    expect([...(await rules.of(id))]).toEqual([
      ['urn:a', 'editor'],
      ['urn:b', 'refused'],
    ]);
    expect((await rules.of('x')).size).toBe(0);
    expect(await rules.unset(id, 'urn:a')).toBe(true);
    expect(await rules.unset(id, 'urn:a')).toBe(false);
    expect([...(await rules.of(id)).keys()]).toEqual(['urn:b']);
  });

  it('are no more than fifty, and those can be changed still', async () => {
    const { rules, id } = await platform();
    for (let number = 0; number < mostRules; number += 1) {
      expect(await rules.set(id, `urn:${number}`, 'viewer')).toBe(true);
    }
    expect(await rules.set(id, 'urn:more', 'viewer')).toBe(false);
    expect(await rules.set(id, 'urn:0', 'editor')).toBe(true);
    expect((await rules.of(id)).size).toBe(mostRules);
  });
});
