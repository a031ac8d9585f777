import { describe, expect, it } from 'vitest';
import { second } from '../src/clock.ts';
import { TokenBuckets } from '../src/http/token-buckets.ts';
import { loginFields, refusalOf } from './kit/driving.ts';
import { ManualClock } from './kit/manual-clock.ts';
import { type TestTool, testTool } from './kit/test-tool.ts';
import { visit } from './kit/visitor.ts';

interface Sender {
  readonly peer: string;
  readonly headers?: Record<string, string>;
}

function from({ peer, headers = {} }: Sender, tool: TestTool, path = '/lti/cookies') {
  const incoming = { socket: { remoteAddress: peer } };
  return Promise.resolve(tool.app.request(path, { headers }, { incoming }));
}

async function flood(tool: TestTool, sender: Sender): Promise<Response> {
  for (let number = 0; number < 4000; number += 1) {
    const waitFor = tool.operations.limits.address.take(sender.peer);
    if (waitFor > 0) break;
  }
  return from(sender, tool);
}

describe('one address', () => {
  it('that asks too much is told when to try again, and others are not touched', async () => {
    const tool = await testTool();
    const refused = await flood(tool, { peer: '198.51.100.7' });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(await refusalOf(refused)).toBe('too_many_requests');
    expect((await from({ peer: '198.51.100.8' }, tool)).status).toBe(200);
    tool.clock.advance(second);
    expect((await from({ peer: '198.51.100.7' }, tool)).status).toBe(200);
  });

  it('lets a school of 800 in at once, with five requests each', async () => {
    const tool = await testTool();
    const fields = loginFields(tool);
    const { address } = tool.operations.limits;
    const waits = Array.from({ length: 800 * 5 - 1 }, () => address.take('198.51.100.7'));
    expect(waits.every((wait) => wait === 0)).toBe(true);
    const incoming = { socket: { remoteAddress: '198.51.100.7' } };
    const login = `/lti/login?${new URLSearchParams(fields).toString()}`;
    expect((await tool.app.request(login, {}, { incoming })).status).toBe(302);
  });

  it('is that of the person, told by a trusted proxy, and never what others claim', async () => {
    const tool = await testTool();
    const claiming = { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' };
    await flood(tool, { peer: '198.51.100.7' });
    expect((await from({ peer: '10.0.0.1', headers: claiming }, tool)).status).toBe(429);
    const escaping = { peer: '198.51.100.7', headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await from(escaping, tool)).status).toBe(429);
    const neighbour = { peer: '10.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect((await from(neighbour, tool)).status).toBe(200);
  });

  it('that is flooded still answers machines that watch the tool', async () => {
    const tool = await testTool();
    await flood(tool, { peer: '198.51.100.7' });
    expect((await from({ peer: '198.51.100.7' }, tool, '/livez')).status).toBe(200);
  });

  it('may guess bearer tokens for a while only', async () => {
    const tool = await testTool();
    const statuses = [];
    for (let number = 0; number <= 300; number += 1) {
      const headers = { authorization: `Bearer guess${number}` };
      statuses.push((await from({ peer: '198.51.100.7', headers }, tool, '/api/room')).status);
    }
    expect(statuses.slice(0, 300).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('one session', () => {
  it('that asks without a pause is told to, as JSON, and its neighbours are not', async () => {
    const tool = await testTool();
    const [busy, calm] = [await visit(tool, 'student'), await visit(tool, 'teacher')];
    for (let number = 0; number < 60; number += 1) {
      expect((await busy.api('GET', '/api/recordings')).status).not.toBe(429);
    }
    const { status, body } = await busy.api('GET', '/api/recordings');
    expect(status).toBe(429);
    expect(body).toMatchObject({ error: { code: 'too_many_requests' } });
    expect((await calm.api('GET', '/api/room')).status).toBe(200);
    tool.clock.advance(second);
    expect((await busy.api('GET', '/api/room')).status).toBe(200);
  });
});

describe('a bucket', () => {
  it('fills with time, up to its brim, and loses nothing to a clock set back', () => {
    const clock = new ManualClock();
    const buckets = new TokenBuckets({ burst: 2, perSecond: 0.1 }, clock);
    const takes = (count: number) => Array.from({ length: count }, () => buckets.take('a'));
    expect(takes(3)).toEqual([0, 0, 10]);
    clock.advance(5 * second);
    expect([buckets.wait('a'), ...takes(1)]).toEqual([5, 5]);
    clock.advance(60 * second);
    expect(takes(3)).toEqual([0, 0, 10]);
    clock.advance(-3600 * second);
    expect(takes(1)).toEqual([10]);
    clock.advance(10 * second);
    expect(takes(1)).toEqual([0]);
  });
});
