import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.ts';

function recorder(failing?: string) {
  const said: string[] = [];
  const group = new GroupCommit((sql) => {
    said.push(sql);
    if (sql === failing) throw new Error(`${sql} failed`);
  });
  return { said, group };
}

describe('writes that come together', () => {
  it('share a transaction, and are answered when it is committed', async () => {
    const { said, group } = recorder();
    const answered: number[] = [];
    const joined = [1, 2, 3].map((number) => group.join().then(() => answered.push(number)));
    await Promise.resolve();
    expect([said, answered]).toEqual([['begin immediate'], []]);
    await Promise.all(joined);
    expect([said, answered]).toEqual([
      ['begin immediate', 'commit'],
      [1, 2, 3],
    ]);
  });

  it('share none with those that come later', async () => {
    const { said, group } = recorder();
    await group.join();
    await group.join();
    expect(said).toEqual(['begin immediate', 'commit', 'begin immediate', 'commit']);
  });

  it('are committed at once for somebody who wants to be alone', async () => {
    const { said, group } = recorder();
    const joined = group.join();
    group.commit();
    group.commit();
    await joined;
    await setImmediate();
    expect(said).toEqual(['begin immediate', 'commit']);
  });

  it('all hear when the commit fails, and the next ones begin anew', async () => {
    const { said, group } = recorder('commit');
    const joined = [group.join(), group.join()];
    const outcomes = await Promise.allSettled(joined);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(said).toEqual(['begin immediate', 'commit', 'rollback']);
    await expect(group.join()).rejects.toThrow('commit failed');
  });

  it('hear at once that nothing can be begun', () => {
    const { group } = recorder('begin immediate');
    expect(() => group.join()).toThrow('begin immediate failed');
  });
});
