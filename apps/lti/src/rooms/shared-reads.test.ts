import { describe, expect, it } from 'vitest';
import { SharedReads } from './shared-reads.ts';

function sharing() {
  let now = 0;
  let asked = 0;
  const answers: ((value: string | Error) => void)[] = [];
  const reads = new SharedReads(
    () => {
      asked += 1;
      return new Promise<string>((resolve, reject) => {
        answers.push((value) => (value instanceof Error ? reject(value) : resolve(value)));
      });
    },
    { now: () => now },
    2000,
  );
  return {
    reads,
    asked: () => asked,
    answer: (value: string | Error) => answers.shift()?.(value),
    pass: (ms: number) => (now += ms),
  };
}

describe('shared reads', () => {
  it('ask once for everybody who waits', async () => {
    const { reads, answer, asked } = sharing();
    const all = Promise.all(Array.from({ length: 300 }, () => reads.get('room')));
    answer('open');
    expect(new Set(await all)).toEqual(new Set(['open']));
    expect(asked()).toBe(1);
  });

  it('keep an answer for two seconds, then ask again', async () => {
    const { reads, answer, asked, pass } = sharing();
    const first = reads.get('room');
    answer('closed');
    await first;
    pass(1999);
    expect(await reads.get('room')).toBe('closed');
    pass(1);
    void reads.get('room');
    expect(asked()).toBe(2);
  });

  it('share a failure too, so that a server in trouble is not asked by everybody', async () => {
    const { reads, answer, asked } = sharing();
    const first = reads.get('room');
    answer(new Error('down'));
    await expect(first).rejects.toThrow('down');
    await expect(reads.get('room')).rejects.toThrow('down');
    expect(asked()).toBe(1);
  });

  it('do not serve a reading that began before something changed', async () => {
    const { reads, answer } = sharing();
    const before = reads.get('room');
    reads.forget('room');
    const after = reads.get('room');
    answer('closed');
    answer('open');
    expect(await before).toBe('closed');
    expect(await after).toBe('open');
    expect(await reads.get('room')).toBe('open');
  });

  it('keep keys apart', async () => {
    const { reads, asked } = sharing();
    void reads.get('one');
    void reads.get('other');
    expect(asked()).toBe(2);
  });
});
