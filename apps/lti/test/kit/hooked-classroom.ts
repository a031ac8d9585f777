import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient, fetchTransport, serverFrom } from '@bluebridge/core';
import { type Simulator, type SimulatorOptions, startSimulator } from '@bluebridge/simulator';
import { getRequestListener } from '@hono/node-server';
import { onTestFinished } from 'vitest';
import { ManualClock } from './manual-clock.ts';
import { letPagesHear } from './following.ts';
import { type TestTool, testTool } from './test-tool.ts';

/** A tool that its meeting server can call. Both go by one clock. */
export interface HookedClassroom {
  readonly tool: TestTool;
  readonly simulator: Simulator;
  readonly secret: string;
  /** The meeting server, asked by somebody else. */
  readonly server: Client;
  /** Names of the calls the server got from the tool, in order. */
  calls(): string[];
  /** Lets time pass, and everything arrive that is sent meanwhile. */
  pass(ms: number, stepMs?: number): Promise<void>;
}

interface Furnishing {
  readonly server?: Partial<SimulatorOptions>;
  readonly dialect?: string;
}

/** Opens a tool on a port of its own and a meeting server that sends events to it. */
export async function hookedClassroom({
  server,
  dialect,
}: Furnishing = {}): Promise<HookedClassroom> {
  const clock = new ManualClock();
  const secret = 'long enough for callbacks';
  const simulator = await startSimulator({ secret, clock, ...server });
  onTestFinished(() => simulator.close());
  let answer: ReturnType<typeof getRequestListener> | undefined;
  const listening = createServer((incoming, outgoing) => void answer?.(incoming, outgoing));
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  const baseUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const { endpoint } = simulator;
  const tool = await testTool({
    baseUrl,
    clock,
    callbacks: 'yes',
    bbb: {
      endpoint,
      secret,
      transport: fetchTransport(),
      ...(dialect !== undefined && { dialect }),
    },
  });
  onTestFinished(() => tool.live.close());
  answer = getRequestListener((request, env) => tool.app.fetch(request, env));
  const arrive = async (): Promise<void> => {
    await tool.hookDesk.settled();
    simulator.advance(0);
    await simulator.idle();
    await letPagesHear(tool);
  };
  return {
    tool,
    simulator,
    secret,
    server: createClient(serverFrom({ endpoint, secret }), { transport: fetchTransport() }),
    calls: () =>
      tool.log.flatMap((line) => (line.event === 'bbb_call' ? [String(line['call'])] : [])),
    async pass(ms, stepMs = 1000) {
      await arrive();
      for (let passed = 0; passed < ms; passed += stepMs) {
        clock.advance(stepMs);
        await arrive();
      }
    },
  };
}
