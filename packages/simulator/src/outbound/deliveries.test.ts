import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Deliveries } from './deliveries.ts';
import type { DeliveryPlan } from './delivery.ts';

/** Starts a receiver that answers when told to, and counts who is waiting. */
async function startHolding() {
  const held: (() => void)[] = [];
  const server = createServer((_incoming, outgoing) => {
    held.push(() => outgoing.writeHead(200).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { held, url: `http://127.0.0.1:${port}/` };
}

function planFor(url: string, more: Partial<DeliveryPlan> = {}): DeliveryPlan {
  return {
    request: { kind: 'webhook', method: 'GET', url, headers: {}, followsRedirects: false },
    waits: [],
    acceptsUnauthorized: false,
    ...more,
  };
}

function start(): Deliveries {
  return new Deliveries({ secret: 's', allowOutbound: false, now: () => 0 });
}

async function until(hasComeAbout: () => boolean): Promise<void> {
  while (!hasComeAbout()) await new Promise((resolve) => setImmediate(resolve));
}

describe('Deliveries', () => {
  it('has only some under way at once, and makes all', async () => {
    const { held, url } = await startHolding();
    const deliveries = start();
    for (let count = 0; count < 100; count++) deliveries.add(planFor(url), 0);
    await until(() => held.length === 16);
    for (let made = 0; made < 100; made++) {
      await until(() => held.length > made);
      held[made]?.();
    }
    await deliveries.idle();
    expect(deliveries.log().filter(({ state }) => state === 'delivered')).toHaveLength(100);
  });

  it('is not idle while an answer is awaited', async () => {
    const { held, url } = await startHolding();
    const deliveries = start();
    deliveries.add(planFor(url), 0);
    let isIdle = false;
    const idle = deliveries.idle().then(() => (isIdle = true));
    await until(() => held.length === 1);
    expect(isIdle).toBe(false);
    held[0]?.();
    await idle;
    expect(isIdle).toBe(true);
  });

  it('sends one of a lane at a time, and others beside it', async () => {
    const { held, url } = await startHolding();
    const deliveries = start();
    deliveries.add(planFor(url, { lane: 'a' }), 0);
    deliveries.add(planFor(url, { lane: 'a' }), 0);
    deliveries.add(planFor(url, { lane: 'b' }), 0);
    await until(() => held.length === 2);
    for (const answer of held.splice(0)) answer();
    await until(() => held.length === 1);
    held[0]?.();
    await deliveries.idle();
    expect(deliveries.log().map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
  });

  it.each([
    ['mailto:a@b', 'bad_url'],
    ['nonsense', 'bad_url'],
    ['http://192.0.2.1/', 'outbound_not_allowed'],
    ['http://localhost.evil.example/', 'outbound_not_allowed'],
    ['http://127.0.0.1:1/', 'unreachable'],
  ])('notes why %s could not be called: %s', async (url, outcome) => {
    const deliveries = start();
    deliveries.add(planFor(url), 0);
    await deliveries.idle();
    expect(deliveries.log()).toMatchObject([{ state: 'given_up', attempts: [{ outcome }] }]);
  });

  it('abandons what is under way when it is cleared', async () => {
    const { held, url } = await startHolding();
    const deliveries = start();
    deliveries.add(planFor(url), 0);
    await until(() => held.length === 1);
    deliveries.clear();
    await deliveries.idle();
    expect(deliveries.log()).toEqual([]);
  });
});
