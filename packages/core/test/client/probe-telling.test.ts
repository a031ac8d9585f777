import { type HttpResponse, probe, type Transport } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';

/** A host that answers each guessed path with another status, and never with a reply. */
function hostWith(statusOf: Readonly<Record<string, number>>): Transport {
  return {
    async send({ url }): Promise<HttpResponse> {
      const path = new URL(url).pathname.replace(/\/api\/.*$/, '');
      const status = statusOf[path] ?? 404;
      const headers = status === 302 ? { location: 'https://login.example.org/' } : {};
      return { status, headers, body: new TextEncoder().encode('<html></html>') };
    },
  };
}

async function failureOf(statusOf: Readonly<Record<string, number>>) {
  const input = { endpointAsPasted: 'bbb.example.org', secret: 'a-secret' };
  const result = await probe(input, { transport: hostWith(statusOf), now: () => 1 });
  return result.ok ? undefined : result.failure;
}

// A host without a path makes the probe guess three: /bigbluebutton, none, /de/bbb-integration.
describe('of several paths that fail, a probe tells the failure that', () => {
  it.each([
    ['forbidden', { '/bigbluebutton': 404, '': 503, '/de/bbb-integration': 403 }],
    ['server_busy', { '/bigbluebutton': 302, '': 200, '/de/bbb-integration': 503 }],
    ['redirected_elsewhere', { '/bigbluebutton': 404, '': 200, '/de/bbb-integration': 302 }],
    ['not_bigbluebutton', { '/bigbluebutton': 404, '': 200, '/de/bbb-integration': 404 }],
    ['api_not_found', { '/bigbluebutton': 404, '': 404, '/de/bbb-integration': 404 }],
  ] as const)('says most: %s', async (failure, statusOf) => {
    expect(await failureOf(statusOf)).toBe(failure);
  });
});
