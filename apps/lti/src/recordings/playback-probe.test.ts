import { describe, expect, it } from 'vitest';
import { isStillOpen } from './playback-probe.ts';

const recordID = 'abc123-1700000000000';
const url = `https://bbb.example/playback/video/${recordID}/`;

function published(address: string) {
  const facts = { recordID, state: 'published', playback: [{ type: 'video', url: address }] };
  return { recordID, state: 'published', facts } as const;
}

describe('whether an unpublished recording still opens', () => {
  const ask = (answer: (address: string) => number, address = url) =>
    isStillOpen(async (asked) => ({ status: answer(asked), text: '' }), published(address));

  it.each([
    ['it does where its address opens, and one of nothing does not', 200, 404, true],
    ['it does not where its address is closed', 404, 404, false],
    ['nobody knows where every address opens', 200, 200, false],
    ['it does not where its address leads elsewhere', 302, 404, false],
  ])('%s', async (_what, own, nowhere, expected) => {
    expect(await ask((asked) => (asked === url ? own : nowhere))).toBe(expected);
  });

  it('is not asked where the address does not name the recording, or nobody answers', async () => {
    expect(await ask(() => 200, 'https://bbb.example/play?token=x')).toBe(false);
    const silent = () => Promise.reject(new Error('unreachable'));
    expect(await isStillOpen(silent, published(url))).toBe(false);
  });
});
