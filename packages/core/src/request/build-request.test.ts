import { expect, it } from 'vitest';
import { serverFrom } from '../client/server.ts';
import { buildRequest } from './build-request.ts';
import { redactUrl } from './redact-url.ts';

const server = serverFrom({ endpoint: 'https://bbb.example.org/bigbluebutton/', secret: 'geheim' });

it('refuses half of a surrogate pair, which no encoding can carry', () => {
  const build = () => buildRequest(server, 'create', { name: 'a\ud800b', meetingID: 'abc123' });
  expect(build).toThrow(
    expect.objectContaining({
      code: 'invalid_params',
      violations: [{ path: 'name', rule: 'well_formed' }],
    }),
  );
});

it('leaves undefined parameters out', () => {
  const { url } = buildRequest(server, 'end', { meetingID: 'abc123', password: undefined });
  expect(url).toMatch(/\/end\?meetingID=abc123&checksum=/);
});

it('leaves a URL without a query as it is when redacting', () => {
  expect(redactUrl('https://bbb.example.org/bigbluebutton/')).toBe(
    'https://bbb.example.org/bigbluebutton/',
  );
});

it('redacts a session token in a client link', () => {
  expect(redactUrl('https://bbb.example.org/html5client/?sessionToken=abc&x=1')).toBe(
    'https://bbb.example.org/html5client/?sessionToken=***&x=1',
  );
});
