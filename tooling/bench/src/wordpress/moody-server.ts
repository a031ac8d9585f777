import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Simulator, startSimulator } from '@bluebridge/simulator';

export type Mood = 'well' | 'dead' | 'slow';

/** A meeting server that can be made to fail. */
export interface MoodyServer {
  readonly endpoint: string;
  readonly secret: string;
  become(mood: Mood): void;
  /** Questions since it last changed. */
  asked(): number;
  close(): Promise<void>;
}

const slowness = 6000;

/** Starts a simulator behind a door that hangs up, or answers after 6 s. */
export async function startMoodyServer(): Promise<MoodyServer> {
  const simulator: Simulator = await startSimulator({ secret: 'for-benchmarks-only' });
  let [mood, asked] = ['well' as Mood, 0];
  const server = createServer((request, response) => {
    asked += 1;
    if (mood === 'dead') {
      request.socket.destroy();
      return;
    }
    void (async () => {
      if (mood === 'slow') await pause(slowness);
      const answer = await fetch(new URL(request.url ?? '/', simulator.url));
      response.writeHead(answer.status, { 'content-type': 'text/xml' });
      response.end(await answer.text());
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: simulator.endpoint.replace(simulator.url, `http://127.0.0.1:${port}`),
    secret: simulator.secret,
    become(next) {
      [mood, asked] = [next, 0];
    },
    asked: () => asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await simulator.close();
    },
  };
}
