import { BbbError, type CallTrace, createClient } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { failed, quickTime, scripted, server, success, timeout } from './scripted-server.ts';

const running = success('<running>true</running>');
const unreachable = new BbbError('unreachable', 'gone', { retryable: true });
const ask = { meetingID: 'abc123' };

describe('a read that fails', () => {
  it('is repeated after growing pauses when the server could not be reached', async () => {
    const { transport, asked } = scripted(unreachable, timeout, running);
    const time = quickTime();
    const client = createClient(server, { transport, ...time });
    expect(await client.call('isMeetingRunning', ask)).toMatchObject({ running: true });
    expect(asked).toHaveLength(3);
    expect(time.pauses).toEqual([375, 750]);
  });

  it('is repeated after a page under 500', async () => {
    const { transport, asked } = scripted({ status: 500, body: '<html>' }, running);
    const client = createClient(server, { transport, ...quickTime() });
    expect(await client.call('isMeetingRunning', ask)).toMatchObject({ running: true });
    expect(asked).toHaveLength(2);
  });

  it('draws its pauses by chance', async () => {
    const { transport } = scripted(unreachable, running);
    const time = quickTime();
    await createClient(server, { transport, ...time, random: () => 0 }).call(
      'isMeetingRunning',
      ask,
    );
    expect(time.pauses).toEqual([250]);
  });

  it('is given up after three requests', async () => {
    const { transport, asked } = scripted(timeout, timeout, timeout);
    const call = createClient(server, { transport, ...quickTime() }).call('getMeetings', {});
    await expect(call).rejects.toMatchObject({ code: 'timeout', call: 'getMeetings' });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['a refusal', failed('checksumError'), 'checksum_rejected'],
    ['a page instead of a reply', '<html>', 'bad_reply'],
    ['an unknown meeting', failed('notFound'), 'meeting_not_found'],
    ['a refusal by the hoster', { status: 403 }, 'access_denied'],
  ])('is not repeated after %s', async (_what, answer, code) => {
    const { transport, asked } = scripted(answer);
    const call = createClient(server, { transport, ...quickTime() }).call('getMeetingInfo', ask);
    await expect(call).rejects.toMatchObject({ code });
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the server asks, in seconds or until a date', async () => {
    const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
    const { transport } = scripted(
      { status: 503, headers: { 'retry-after': '4' } },
      { status: 429, headers: { date, 'retry-after': 'Sun, 22 Nov 2026 10:00:03 GMT' } },
      running,
    );
    const time = quickTime();
    await createClient(server, { transport, ...time }).call('isMeetingRunning', ask);
    expect(time.pauses).toEqual([4000, 3000]);
  });

  it('does not wait for a server that asks for a long pause, and tells of it', async () => {
    const { transport, asked } = scripted({ status: 503, headers: { 'retry-after': '600' } });
    const traces: CallTrace[] = [];
    const onCall = (trace: CallTrace): unknown => traces.push(trace);
    const call = createClient(server, { transport, ...quickTime(), onCall }).call(
      'getMeetings',
      {},
    );
    await expect(call).rejects.toMatchObject({ code: 'server_unavailable' });
    expect(asked).toHaveLength(1);
    expect(traces).toMatchObject([{ outcome: 'server_unavailable', retryAfterMs: 600_000 }]);
  });

  it('is not begun again when too much time has passed', async () => {
    const time = quickTime();
    const { transport, asked } = scripted(timeout);
    const slow = {
      send: async (...args: Parameters<typeof transport.send>) => {
        time.advance(9_800);
        return transport.send(...args);
      },
    };
    const call = createClient(server, { transport: slow, ...time }).call('getMeetings', {});
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    expect(asked).toHaveLength(1);
  });

  it('is not repeated for a caller who left during the pause', async () => {
    const { transport, asked } = scripted(timeout);
    const stop = new AbortController();
    const time = quickTime();
    const sleep = (_ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('stopped')));
        stop.abort();
      });
    const client = createClient(server, { transport, ...time, sleep });
    const call = client.call('getMeetings', {}, { signal: stop.signal });
    await expect(call).rejects.toMatchObject({ code: 'timeout', retryable: false });
    expect(asked).toHaveLength(1);
  });
});

it('never repeats a write that is neither create nor end', async () => {
  const { transport, asked } = scripted(timeout);
  const call = createClient(server, { transport, ...quickTime() }).call('publishRecordings', {
    recordID: ['r-1'],
    publish: true,
  });
  await expect(call).rejects.toMatchObject({ code: 'timeout', retryable: false });
  expect(asked).toEqual(['publishRecordings']);
});
