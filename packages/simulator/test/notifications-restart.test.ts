import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../src/index.ts';
import { startForTest, type TestServer, texts } from './harness.ts';
import { hookCall } from './hook-calls.ts';
import { startReceiver } from './receiver.ts';

/** Starts a server that remembers, and gives a way to start it again. */
async function startRemembering(options: Partial<SimulatorOptions> = {}) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true }));
  const remembering = { ...options, dataDirectory };
  const server = await startForTest(remembering);
  const restart = async (): Promise<TestServer> => {
    await server.simulator.close();
    return startForTest(remembering);
  };
  return { server, restart };
}

async function registerThree(server: TestServer): Promise<void> {
  await hookCall(server, 'create', 'callbackURL=a');
  await hookCall(server, 'create', 'callbackURL=b&meetingID=room-1');
  await hookCall(server, 'create', 'callbackURL=c&eventID=user-joined');
}

describe('after a restart', () => {
  it('hooks of 2.6 are what they were', async () => {
    const { server, restart } = await startRemembering({ profile: 'bigbluebutton-2.7' });
    await registerThree(server);
    const before = await hookCall(server, 'list', '');
    const next = await restart();
    expect((await hookCall(next, 'list', '')).body).toBe(before.body);
    const added = await hookCall(next, 'create', 'callbackURL=d');
    expect(texts(added, 'hookID')).toEqual(['4']);
  });

  it('hooks of 3.x are global, and those for some events are gone', async () => {
    const { server, restart } = await startRemembering();
    await registerThree(server);
    const ids = texts(await hookCall(server, 'list', ''), 'hookID');
    const listed = await hookCall(await restart(), 'list', '');
    expect(texts(listed, 'hookID')).toEqual(ids.slice(0, 2));
    expect(listed.body).not.toContain('<meetingID>');
  });

  it('a callback that failed before is tried again', async () => {
    const { server, restart } = await startRemembering();
    const receiver = await startReceiver();
    receiver.statuses.push(500);
    await server.create(`meta_endCallbackUrl=${encodeURIComponent(receiver.url)}`);
    await server.call('end', 'meetingID=room-1');
    await server.simulator.idle();
    const next = await restart();
    await next.pass(29_999);
    expect(receiver.requests).toHaveLength(1);
    await next.pass(1);
    expect(receiver.requests).toHaveLength(2);
    expect(next.simulator.deliveries()).toMatchObject([
      { state: 'delivered', attempts: [{ outcome: 500 }, { outcome: 200 }] },
    ]);
  });
});
