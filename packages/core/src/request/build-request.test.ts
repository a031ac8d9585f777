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

it.each([
  ['logoutURL=https://lms.example/go?ticket=abc', 'logoutURL=https://lms.example/go?***'],
  ['logo=https%3A%2F%2Fcdn.example%2Fa.png%23part', 'logo=https%3A%2F%2Fcdn.example%2Fa.png%23***'],
  ['logo=https%3A%2F%2Fcdn.example%2Fa.png', 'logo=https%3A%2F%2Fcdn.example%2Fa.png'],
  ['logoutURL=https%3A%2F%2Fuser%3Apw%40lms.example%2F', 'logoutURL=***'],
  [
    'meta_place=HTTP%3a%2f%2Flms.example%2F%3Ft%3D1',
    'meta_place=HTTP%3a%2f%2Flms.example%2F%3F***',
  ],
  ['userdata-bbb_auto_join_audio=true', 'userdata-bbb_auto_join_audio=true'],
  ['userdata-matriculation=4711', 'userdata-matriculation=***'],
  ['welcome=see+https%3A%2F%2Fx.example%2F%3Fa', 'welcome=see+https%3A%2F%2Fx.example%2F%3Fa'],
])('redacts %s', (given, expected) => {
  const endpoint = 'https://bbb.example.org/bigbluebutton/api/join';
  expect(redactUrl(`${endpoint}?a=1&${given}`)).toBe(`${endpoint}?a=1&${expected}`);
});

it('redacts a session token in a client link', () => {
  expect(redactUrl('https://bbb.example.org/html5client/?sessionToken=abc&x=1')).toBe(
    'https://bbb.example.org/html5client/?sessionToken=***&x=1',
  );
});
