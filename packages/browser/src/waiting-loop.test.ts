import { describe, expect, it } from 'vitest';
import { handMadeTime, handMadeVisibility, settled } from '../test/hand-made.ts';
import { startWaiting, type WaitingOptions } from './waiting-loop.ts';

function waiting(answers: readonly (string | Error)[], more: Partial<WaitingOptions<string>> = {}) {
  const timers = handMadeTime();
  const visibility = handMadeVisibility();
  const seen: string[] = [];
  const signals: AbortSignal[] = [];
  let asked = 0;
  const loop = startWaiting<string>({
    ask(signal) {
      signals.push(signal);
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      if (answer === 'never') return new Promise(() => {});
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? '');
    },
    onAnswer(answer) {
      seen.push(answer);
      return answer === 'open' ? 'stop' : 'go on';
    },
    onTrouble(error, failures) {
      seen.push(`trouble ${failures}`);
      return error instanceof Error && error.message === 'gone' ? 'stop' : 'go on';
    },
    timers,
    visibility,
    random: () => 0.5,
    now: () => timers.now(),
    ...more,
  });
  return { loop, timers, visibility, seen, signals, asked: () => asked };
}

describe('a waiting page', () => {
  it('asks at once, again every two and a half seconds, and stops when the room opens', async () => {
    const page = waiting(['closed', 'closed', 'open']);
    await settled();
    expect(page.seen).toEqual(['closed']);
    await page.timers.pass(2499);
    expect(page.asked()).toBe(1);
    await page.timers.pass(1);
    await page.timers.pass(2500);
    expect(page.seen).toEqual(['closed', 'closed', 'open']);
    expect(page.timers.pending()).toBe(0);
    expect(page.visibility.listeners()).toBe(0);
  });

  it('asks less often while it fails, and at the usual pace after the next answer', async () => {
    const page = waiting([new Error('down'), new Error('down'), 'closed']);
    await settled();
    await page.timers.pass(4999);
    expect(page.asked()).toBe(1);
    await page.timers.pass(1);
    expect(page.seen).toEqual(['trouble 1', 'trouble 2']);
    await page.timers.pass(10_000);
    await page.timers.pass(2500);
    expect(page.asked()).toBe(4);
  });

  it('asks less often while hidden, and right away when it is seen again', async () => {
    const page = waiting(['closed']);
    page.visibility.hide();
    await settled();
    await page.timers.pass(9999);
    expect(page.asked()).toBe(1);
    page.visibility.show();
    await settled();
    expect(page.asked()).toBe(2);
  });

  it('rests while nobody sees it where that is wanted, whenever it was hidden', async () => {
    const page = waiting(['closed'], { restsHidden: true });
    await settled();
    page.visibility.hide();
    await page.timers.pass(100_000);
    expect(page.asked()).toBe(1);
    page.visibility.show();
    await settled();
    page.visibility.hide();
    await page.timers.pass(100_000);
    expect(page.asked()).toBe(2);
  });

  it('asks again when the answer has announced something new', async () => {
    const page = waiting(['closed'], { announced: () => 12_000 });
    await settled();
    await page.timers.pass(12_374);
    expect(page.asked()).toBe(1);
    await page.timers.pass(1);
    expect(page.asked()).toBe(2);
  });

  it('asks soon when it is told of something new, and no more often than usual', async () => {
    const page = waiting(['closed'], { announced: () => 30_000 });
    await settled();
    await page.timers.pass(10_000);
    page.loop.hear();
    await page.timers.pass(624);
    expect(page.asked()).toBe(1);
    await page.timers.pass(1);
    expect(page.asked()).toBe(2);
    page.loop.hear();
    await page.timers.pass(1000);
    page.loop.hear();
    await page.timers.pass(1499);
    expect(page.asked()).toBe(2);
    await page.timers.pass(1);
    expect(page.asked()).toBe(3);
    await page.timers.pass(29_999);
    expect(page.asked()).toBe(3);
  });

  it('asks once more when it is told of something new while a question is open', async () => {
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
    let asked = 0;
    const page = waiting([], {
      ask: () => answers[asked++]?.promise ?? Promise.resolve('open'),
      announced: () => 30_000,
    });
    page.loop.hear();
    answers[0]?.resolve('closed');
    await settled();
    await page.timers.pass(2500);
    expect(asked).toBe(2);
    answers[1]?.resolve('closed');
    await settled();
    await page.timers.pass(29_999);
    expect(asked).toBe(2);
  });

  it('is told nothing any more once it is stopped', async () => {
    const page = waiting(['closed']);
    await settled();
    page.loop.stop();
    page.loop.hear();
    await page.timers.pass(100_000);
    expect(page.asked()).toBe(1);
  });

  it('gives up a question that is not answered within ten seconds', async () => {
    const page = waiting(['never', 'closed']);
    await page.timers.pass(10_000);
    expect(page.seen).toEqual(['trouble 1']);
    expect(page.signals[0]?.aborted).toBe(true);
    await page.timers.pass(5000);
    expect(page.seen).toEqual(['trouble 1', 'closed']);
  });

  it('never has two questions open', async () => {
    const page = waiting(['never']);
    page.loop.askNow();
    page.visibility.show();
    await settled();
    expect(page.asked()).toBe(1);
  });

  it('stops for good when a failure is final', async () => {
    const page = waiting([new Error('gone')]);
    await settled();
    await page.timers.pass(100_000);
    expect(page.asked()).toBe(1);
  });

  it('says nothing more once it is stopped', async () => {
    const page = waiting(['never']);
    page.loop.stop();
    await settled();
    page.loop.askNow();
    await page.timers.pass(100_000);
    expect(page.seen).toEqual([]);
    expect(page.signals[0]?.aborted).toBe(true);
    expect(page.asked()).toBe(1);
  });
});
