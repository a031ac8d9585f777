import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../src/index.ts';
import { secret } from './harness.ts';

it('lets things happen in real time although nobody asks', async () => {
  const receiver = createServer();
  onTestFinished(() => void receiver.close());
  const called = new Promise<string>((resolve) => {
    receiver.on('request', (incoming, outgoing) => {
      outgoing.end();
      resolve(incoming.url ?? '');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;

  const simulator = await startSimulator({ secret, processingDelayMs: 10 });
  onTestFinished(() => simulator.close());
  const parameters = {
    meetingID: 'room-1',
    name: 'Maths',
    record: true,
    'meta_bbb-recording-ready-url': `http://127.0.0.1:${port}/ready`,
  };
  await simulator.seed({ meetings: [{ parameters, isRecording: true }] });
  simulator.act({ kind: 'end', meetingID: 'room-1' });
  expect(await called).toBe('/ready');
});
