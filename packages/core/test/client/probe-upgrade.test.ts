import { type HttpResponse, probe, type Transport } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';
import { failed, success } from './scripted-server.ts';

/** Probes http://bbb.example.org, where plain http redirects; gives the origins that were asked. */
async function originsAsked(location: string) {
  const origins: string[] = [];
  const transport: Transport = {
    async send({ url }): Promise<HttpResponse> {
      const { origin } = new URL(url);
      origins.push(origin);
      const isWrong = url.includes('checksum=0000');
      const reply = isWrong ? failed('checksumError') : success('<running>false</running>');
      return origin.startsWith('http:')
        ? { status: 301, headers: { location }, body: new Uint8Array() }
        : {
            status: 200,
            headers: {},
            body: new TextEncoder().encode(reply),
          };
    },
  };
  const input = { endpointAsPasted: 'http://bbb.example.org', secret: 'a-secret' };
  const result = await probe(input, { transport, now: () => 1 });
  return {
    origins: new Set(origins),
    outcome: result.ok ? result.record.endpoint : result.failure,
  };
}

describe('a redirect from http to https', () => {
  it('is followed on the same host', async () => {
    const { origins, outcome } = await originsAsked('https://bbb.example.org/anything');
    expect(outcome).toBe('https://bbb.example.org/bigbluebutton/');
    expect(origins).toEqual(new Set(['http://bbb.example.org', 'https://bbb.example.org']));
  });

  it.each([
    'https://bbb.example.org.evil.example/bigbluebutton/',
    'https://evil.example/bigbluebutton/',
    'https://bbb.example.org:8443/bigbluebutton/',
    '//evil.example/bigbluebutton/',
  ])('leads to no other one: %s', async (location) => {
    const { origins, outcome } = await originsAsked(location);
    expect(outcome).toBe('redirected_elsewhere');
    expect(origins).toEqual(new Set(['http://bbb.example.org']));
  });
});
