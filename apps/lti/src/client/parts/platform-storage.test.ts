import { describe, expect, it } from 'vitest';
import { type FrameMessage, patience, platformStorage } from './platform-storage.ts';

const origin = 'https://sso.lms.example';

/** A page next to a storage frame that says whatever a test makes it say. */
function page() {
  const listeners = new Set<(message: FrameMessage) => void>();
  const timers = new Map<() => void, number>();
  const asked: { message: Record<string, unknown>; targetOrigin: string }[] = [];
  const frame = {
    postMessage: (message: unknown, targetOrigin: string) =>
      void asked.push({ message: message as Record<string, unknown>, targetOrigin }),
  };
  const storage = platformStorage(frame, origin, {
    listen(onMessage) {
      listeners.add(onMessage);
      return () => listeners.delete(onMessage);
    },
    later(run, ms) {
      timers.set(run, ms);
      return () => timers.delete(run);
    },
    newId: () => `id-${asked.length + 1}`,
  });
  return {
    asked,
    storage,
    frame,
    listeners,
    say: (message: Partial<FrameMessage>) => {
      const whole = { origin, source: frame, data: undefined, ...message };
      for (const listener of listeners) listener(whole);
    },
    runOutOfPatience: () => {
      for (const [run, ms] of timers) if (ms === patience) run();
    },
  };
}

const good = { subject: 'lti.get_data.response', message_id: 'id-1', key: 'k', value: 'v' };

describe('the storage of a platform (attack 30)', () => {
  it('is asked at one origin only, and gives back what it kept', async () => {
    const { storage, asked, say, listeners } = page();
    const value = storage.get('k');
    expect(asked).toEqual([
      { message: { subject: 'lti.get_data', message_id: 'id-1', key: 'k' }, targetOrigin: origin },
    ]);
    say({ data: good });
    expect(await value).toBe('v');
    expect(listeners.size).toBe(0);
  });

  it('confirms what it keeps', async () => {
    const { storage, asked, say } = page();
    const kept = storage.put('k', 'v');
    expect(asked[0]?.message).toMatchObject({ subject: 'lti.put_data', key: 'k', value: 'v' });
    say({ data: { ...good, subject: 'lti.put_data.response' } });
    expect(await kept).toBe(true);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example', data: good }],
    ['another frame', { source: {}, data: good }],
    ['another question', { data: { ...good, message_id: 'id-2' } }],
    ['another subject', { data: { ...good, subject: 'lti.put_data.response' } }],
    ['nothing', { data: null }],
    ['a text', { data: 'v' }],
  ])('is not heard when %s answers; silence ends after two seconds', async (_who, message) => {
    const { storage, say, runOutOfPatience } = page();
    const value = storage.get('k');
    say(message);
    runOutOfPatience();
    expect(await value).toBeUndefined();
  });

  it.each([
    ['an error', { ...good, error: { code: 'bad_request' } }],
    ['another key', { ...good, key: 'x' }],
    ['a value that is no text', { ...good, value: 5 }],
  ])('that answers with %s has nothing', async (_what, data) => {
    const { storage, say } = page();
    const value = storage.get('k');
    say({ data });
    expect(await value).toBeUndefined();
  });
});
