import { BbbError, createClient, type Transport } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { failed, info, quickTime, scripted, server, success, timeout } from './scripted-server.ts';

const ask = { meetingID: 'abc123' };
const running = success('<running>true</running>');

/** A transport whose answers come when the test says so. */
function held() {
  const open: { readonly signal: AbortSignal; readonly answer: (body: string) => void }[] = [];
  const transport: Transport = {
    send: (_request, signal) =>
      new Promise((resolve, reject) => {
        const answer = (body: string): void =>
          resolve({ status: 200, headers: {}, body: new TextEncoder().encode(body) });
        signal.addEventListener('abort', () => reject(new BbbError('timeout', 'stopped')));
        open.push({ signal, answer });
      }),
  };
  return { open, transport };
}

describe('equal reads at the same time', () => {
  it('are one request', async () => {
    const { open, transport } = held();
    const client = createClient(server, { transport });
    const calls = [1, 2, 3].map(() => client.call('isMeetingRunning', ask));
    expect(open).toHaveLength(1);
    open[0]?.answer(running);
    for (const reply of await Promise.all(calls)) expect(reply.running).toBe(true);
    void client.call('isMeetingRunning', ask);
    expect(open, 'what is over is asked anew').toHaveLength(2);
    open[1]?.answer(running);
  });

  it('are one reply, which no caller can change for the others', async () => {
    const { transport } = scripted(
      info(
        '<attendees><attendee><userID>u-1</userID></attendee></attendees><metadata><a>1</a></metadata>',
      ),
    );
    const client = createClient(server, { transport });
    const [mine, theirs] = await Promise.all([1, 2].map(() => client.call('getMeetingInfo', ask)));
    expect(theirs).toBe(mine);
    const change = mine as unknown as { attendees: unknown[]; metadata: Record<string, string> };
    expect(() => change.attendees.push({})).toThrow(TypeError);
    expect(() => Object.assign(change.attendees[0] ?? {}, { userID: 'u-2' })).toThrow(TypeError);
    expect(() => (change.metadata['a'] = '2')).toThrow(TypeError);
  });

  it('are not one request with other parameters', () => {
    const { open, transport } = held();
    const client = createClient(server, { transport });
    void client.call('isMeetingRunning', ask);
    void client.call('isMeetingRunning', { meetingID: 'abc124' });
    expect(open).toHaveLength(2);
    for (const { answer } of open) answer(running);
  });

  it('go on for the others when one caller leaves', async () => {
    const { open, transport } = held();
    const client = createClient(server, { transport });
    const leaver = new AbortController();
    const stayer = new AbortController();
    const left = client.call('isMeetingRunning', ask, { signal: leaver.signal });
    const stayed = client.call('isMeetingRunning', ask, { signal: stayer.signal });
    leaver.abort();
    await expect(left).rejects.toMatchObject({ code: 'timeout', call: 'isMeetingRunning' });
    expect(open[0]?.signal.aborted).toBe(false);
    open[0]?.answer(running);
    expect(await stayed).toMatchObject({ running: true });
  });

  it('let go of a caller who gives up while the read is being started', async () => {
    const stop = new AbortController();
    const transport: Transport = {
      send: () => {
        stop.abort();
        return new Promise(() => {});
      },
    };
    const call = createClient(server, { transport }).call('isMeetingRunning', ask, {
      signal: stop.signal,
    });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
  });

  it('stop when the last caller leaves, and the next one starts anew', async () => {
    const { open, transport } = held();
    const client = createClient(server, { transport, retries: { attempts: 1 } });
    const stops = [new AbortController(), new AbortController()];
    const calls = stops.map(({ signal }) => client.call('isMeetingRunning', ask, { signal }));
    for (const stop of stops) stop.abort();
    await Promise.all(calls.map((call) => expect(call).rejects.toMatchObject({ code: 'timeout' })));
    expect(open[0]?.signal.aborted).toBe(true);
    const next = client.call('isMeetingRunning', ask);
    open[1]?.answer(running);
    expect(await next).toMatchObject({ running: true });
  });

  it('are not begun for a caller who has left already', async () => {
    const { open, transport } = held();
    const call = createClient(server, { transport }).call('isMeetingRunning', ask, {
      signal: AbortSignal.abort(),
    });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    expect(open).toHaveLength(0);
  });

  it('are not joined after a change', async () => {
    const { open, transport } = held();
    const client = createClient(server, { transport });
    const before = client.call('isMeetingRunning', ask);
    const end = client.call('end', ask);
    open[1]?.answer(success());
    await end;
    const after = client.call('isMeetingRunning', ask);
    open[2]?.answer(success('<running>false</running>'));
    expect(await after).toMatchObject({ running: false });
    open[0]?.answer(running);
    expect(await before).toMatchObject({ running: true });
  });
});

describe('the cache of states', () => {
  it('makes one request of 500 callers within its time', async () => {
    const { transport, asked } = scripted(info(), info());
    const time = quickTime();
    const client = createClient(server, { transport, statusCacheMs: 2_000, ...time });
    for (let second = 0; second < 10; second++) {
      await Promise.all(Array.from({ length: 50 }, () => client.call('getMeetingInfo', ask)));
      time.advance(199);
    }
    expect(asked).toHaveLength(1);
    time.advance(10);
    await client.call('getMeetingInfo', ask);
    expect(asked).toHaveLength(2);
  });

  it('keeps that there is no such meeting, but no other failure', async () => {
    const { transport, asked } = scripted(failed('notFound'), timeout, info());
    const time = quickTime();
    const retries = { attempts: 1 };
    const client = createClient(server, { transport, statusCacheMs: 2_000, retries, ...time });
    for (let caller = 0; caller < 3; caller++) {
      await expect(client.call('getMeetingInfo', ask)).rejects.toMatchObject({
        code: 'meeting_not_found',
      });
    }
    expect(asked).toHaveLength(1);
    time.advance(2_000);
    await expect(client.call('getMeetingInfo', ask)).rejects.toMatchObject({ code: 'timeout' });
    expect(await client.call('getMeetingInfo', ask)).toMatchObject({ createTime: 1700 });
  });

  it('is empty after a change', async () => {
    const { transport, asked } = scripted(running, success(), running);
    const client = createClient(server, { transport, statusCacheMs: 60_000, ...quickTime() });
    await client.call('isMeetingRunning', ask);
    await client.call('end', ask);
    await client.call('isMeetingRunning', ask);
    expect(asked).toEqual(['isMeetingRunning', 'end', 'isMeetingRunning']);
  });

  it('does not keep what was asked before a change', async () => {
    const { open, transport } = held();
    const client = createClient(server, { transport, statusCacheMs: 60_000, now: () => 0 });
    const before = client.call('isMeetingRunning', ask);
    const end = client.call('end', ask);
    open[1]?.answer(success());
    await end;
    open[0]?.answer(running);
    await before;
    const after = client.call('isMeetingRunning', ask);
    expect(open).toHaveLength(3);
    open[2]?.answer(success('<running>false</running>'));
    expect(await after).toMatchObject({ running: false });
  });

  it('keeps no lists of recordings, and nothing unless asked to', async () => {
    const list = success('<recordings/>');
    const recordings = scripted(list, list);
    const caching = createClient(server, { ...recordings, statusCacheMs: 60_000, ...quickTime() });
    await caching.call('getRecordings', {});
    await caching.call('getRecordings', {});
    expect(recordings.asked).toHaveLength(2);
    const states = scripted(running, running);
    const plain = createClient(server, { ...states, ...quickTime() });
    await plain.call('isMeetingRunning', ask);
    await plain.call('isMeetingRunning', ask);
    expect(states.asked).toHaveLength(2);
  });

  it('stays bounded', async () => {
    let asked = 0;
    const transport: Transport = {
      send: async () => {
        asked++;
        return { status: 200, headers: {}, body: new TextEncoder().encode(running) };
      },
    };
    const client = createClient(server, { transport, statusCacheMs: 60_000, now: () => 0 });
    const askFor = (index: number) => client.call('isMeetingRunning', { meetingID: `m-${index}` });
    for (let index = 0; index <= 1_000; index++) await askFor(index);
    await askFor(1_000);
    expect(asked, 'the latest is kept').toBe(1_001);
    await askFor(0);
    expect(asked, 'the oldest is not').toBe(1_002);
  });
});
