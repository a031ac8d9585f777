import { describe, expect, it } from 'vitest';
import { handMadeTime, handMadeVisibility, settled } from '../test/hand-made.ts';
import { startFollowing } from './waiting-following.ts';

interface Line {
  readonly heard: (answer?: string) => void;
  readonly end: () => void;
  readonly fail: () => void;
  readonly signal: AbortSignal;
}

function following(answers: Record<string, unknown> = {}) {
  const timers = handMadeTime();
  const visibility = handMadeVisibility();
  const seen: string[] = [];
  const lines: Line[] = [];
  let asked = 0;
  let answer: (() => Promise<string>) | undefined;
  const loop = startFollowing<string>({
    stream(signal, heard) {
      return new Promise((resolve, reject) => {
        const fail = () => reject(new Error('broken'));
        signal.addEventListener('abort', fail);
        lines.push({ heard, signal, end: resolve, fail });
      });
    },
    ask() {
      asked += 1;
      return answer ? answer() : Promise.resolve(`asked ${asked}`);
    },
    onAnswer(text) {
      seen.push(text);
      return text === 'open' ? 'stop' : 'go on';
    },
    onTrouble: (error) => (error instanceof Error && error.message === 'over' ? 'stop' : 'go on'),
    timers,
    visibility,
    random: () => 0.5,
    ...answers,
  });
  return {
    loop,
    timers,
    visibility,
    seen,
    lines,
    asked: () => asked,
    answerWith: (next: () => Promise<string>) => (answer = next),
    line: (index = lines.length - 1): Line => {
      const found = lines[index];
      if (!found) throw new Error('there is no such line');
      return found;
    },
  };
}

describe('following a stream', () => {
  it('asks once at the beginning, and then hears everything by the stream', async () => {
    const page = following();
    page.line().heard();
    await settled();
    page.line().heard('first');
    await page.timers.pass(49_000);
    page.line().heard();
    await page.timers.pass(49_000);
    expect(page.seen).toEqual(['asked 1', 'first']);
    expect(page.asked()).toBe(1);
    expect(page.lines).toHaveLength(1);
  });

  it('asks again and again while no stream comes through, and tries one now and then', async () => {
    const page = following();
    await settled();
    for (let second = 0; second < 45; second += 1) await page.timers.pass(1000);
    expect(page.line(0).signal.aborted).toBe(true);
    expect(page.asked()).toBeGreaterThan(12);
    // After 6 s, then after 10 s more, then after 20 s more.
    expect(page.lines).toHaveLength(3);
    page.line().heard();
    await page.timers.pass(3000);
    const before = page.asked();
    for (let second = 0; second < 40; second += 1) await page.timers.pass(1000);
    expect(page.asked()).toBe(before);
  });

  it('opens a stream that ended again soon, and asks nobody meanwhile', async () => {
    const page = following();
    page.line().heard('a');
    await settled();
    const before = page.asked();
    page.line().end();
    await settled();
    await page.timers.pass(1750);
    expect(page.lines).toHaveLength(2);
    page.line().heard('b');
    expect(page.seen.at(-1)).toBe('b');
    expect(page.asked()).toBe(before);
  });

  it('takes a silent stream for a dead one', async () => {
    const page = following();
    page.line().heard('a');
    await settled();
    await page.timers.pass(50_000);
    expect(page.line(0).signal.aborted).toBe(true);
    await page.timers.pass(1750);
    expect(page.lines).toHaveLength(2);
  });

  it('goes by the stream when an answer is older than it', async () => {
    let answer: (text: string) => void = () => {};
    const late = new Promise<string>((resolve) => {
      answer = resolve;
    });
    const page = following({ ask: () => late });
    page.line().heard('new');
    answer('old');
    await settled();
    expect(page.seen).toEqual(['new']);
  });

  it('stops everything when an answer says so, from either side', async () => {
    const byStream = following();
    await settled();
    byStream.line().heard('open');
    byStream.line().heard('more');
    expect(byStream.line().signal.aborted).toBe(true);

    const byAsking = following({ ask: () => Promise.resolve('open') });
    await settled();
    expect(byAsking.line().signal.aborted).toBe(true);
    for (const page of [byStream, byAsking]) {
      const { length } = page.seen;
      await page.timers.pass(600_000);
      expect(page.seen).toHaveLength(length);
      expect(page.lines).toHaveLength(1);
    }
  });

  it('stops for good when its session is over', async () => {
    const page = following();
    page.line().heard('a');
    await settled();
    page.answerWith(() => Promise.reject(new Error('over')));
    page.line().fail();
    await settled();
    await page.timers.pass(1750);
    page.line().fail();
    await settled();
    await page.timers.pass(600_000);
    expect(page.lines).toHaveLength(2);
  });

  it('looks once when its page is seen again', async () => {
    const page = following();
    page.line().heard('a');
    await settled();
    page.visibility.hide();
    page.visibility.show();
    await settled();
    expect(page.asked()).toBe(2);
    page.loop.stop();
    page.visibility.show();
    await settled();
    expect(page.asked()).toBe(2);
  });
});
