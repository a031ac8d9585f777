import { readPasted } from '@bluebridge/core';
import { describe, expect, it } from 'vitest';

const secret = '639259d4-9dd8-4b25-bf01-95f9567eaf4b';

/** The likeliest endpoint and the secret that are read from a text. */
function read(endpointAsPasted: string, typed = secret) {
  const pasted = readPasted({ endpointAsPasted, secret: typed });
  if (typeof pasted === 'string') return pasted;
  expect(pasted.secret).toBe(secret);
  return `${pasted.origins[0]}${pasted.paths[0]}`;
}

describe('an address as people paste it', () => {
  it.each([
    'https://bbb.example.org/bigbluebutton/',
    'https://bbb.example.org/bigbluebutton',
    'https://bbb.example.org/bigbluebutton/api',
    'https://bbb.example.org/bigbluebutton/api/',
    'https://bbb.example.org',
    'bbb.example.org',
    'bbb.example.org/',
    'bbb.example.org/bigbluebutton/api',
    '//bbb.example.org/bigbluebutton',
    '  https://bbb.example.org/bigbluebutton/ \t\n',
    'https://bbb.example.org//bigbluebutton//',
    '"https://bbb.example.org/bigbluebutton/"',
    '„https://bbb.example.org/bigbluebutton/“',
    '<https://bbb.example.org/bigbluebutton/>.',
    '\u200bhttps://bbb.example.org/bigbluebutton/\ufeff',
    'HTTPS://BBB.Example.ORG/bigbluebutton/',
    'https:/bbb.example.org/bigbluebutton',
    'https//bbb.example.org/bigbluebutton',
    'https://bbb.example.org:443/bigbluebutton/',
    'https://bbb.example.org/bigbluebutton/api/getMeetings?checksum=0123abcd',
    'https://bbb.example.org/bigbluebutton/api/create?name=a&meetingID=b&checksum=0123abcd#x',
    'https://bbb.example.org/bigbluebutton/api/hooks/list?checksum=0123abcd',
    'https://bbb.example.org/bigbluebutton/html5client/',
    'URL: https://bbb.example.org/bigbluebutton/',
    'BIGBLUEBUTTON_ENDPOINT=https://bbb.example.org/bigbluebutton/',
  ])('%j leads to the endpoint', (text) => {
    expect(read(text)).toBe('https://bbb.example.org/bigbluebutton/');
  });

  it.each([
    ['http://localhost:8090', 'http://localhost:8090/bigbluebutton/'],
    ['bbb.example.org:8443/bigbluebutton', 'https://bbb.example.org:8443/bigbluebutton/'],
    ['https://[::1]:8090/bigbluebutton', 'https://[::1]:8090/bigbluebutton/'],
    ['https://bbb.example.org/api', 'https://bbb.example.org/'],
    [
      'https://app.example.org/de/bbb-integration/api',
      'https://app.example.org/de/bbb-integration/',
    ],
    ['app.example.org/de', 'https://app.example.org/de/bbb-integration/'],
    ['https://b3.example.org/bbb/school-7', 'https://b3.example.org/bbb/school-7/'],
    [
      'https://b3.example.org/bbb/school-7/bigbluebutton/api',
      'https://b3.example.org/bbb/school-7/bigbluebutton/',
    ],
    ['https://müller.example/bigbluebutton', 'https://xn--mller-kva.example/bigbluebutton/'],
  ])('%j leads to %s first', (text, endpoint) => {
    expect(read(text)).toBe(endpoint);
  });

  it.each([
    ['', 'endpoint_empty'],
    [' \n "" ', 'endpoint_empty'],
    ['ftp://bbb.example.org/', 'endpoint_not_http'],
    ['https://user:pw@bbb.example.org/', 'endpoint_has_credentials'],
    ['https://bbb.example.org@evil.example/', 'endpoint_has_credentials'],
    ['our server', 'endpoint_unreadable'],
    ['https://exa mple', 'endpoint_unreadable'],
    [secret, 'endpoint_unreadable'],
  ])('%j is refused as %s', (text, failure) => {
    expect(read(text)).toBe(failure);
  });
});

describe('a secret as people paste it', () => {
  it.each([
    ` ${secret}\n`,
    `"${secret}"`,
    `Secret: ${secret}`,
    `BBB_SECRET=${secret}`,
    `\u200b${secret}\u00a0`,
  ])('%j is the secret alone', (typed) => {
    expect(read('bbb.example.org', typed)).toBe('https://bbb.example.org/bigbluebutton/');
  });

  it.each([
    ['', 'secret_empty'],
    ['  ', 'secret_empty'],
    ['https://bbb.example.org/bigbluebutton/', 'secret_looks_like_url'],
    ['bbb.example.org/bigbluebutton/api', 'secret_looks_like_url'],
  ])('%j is refused as %s', (typed, failure) => {
    expect(readPasted({ endpointAsPasted: 'bbb.example.org', secret: typed })).toBe(failure);
  });

  it.each([
    `    URL: https://bbb.example.org/bigbluebutton/\n    Secret: ${secret}\n\n    Link to the API-Mate:\n    https://mconf.github.io/api-mate/#server=https://bbb.example.org/bigbluebutton/&sharedSecret=${secret}`,
    `URL: https://bbb.example.org/bigbluebutton/ Secret: ${secret}`,
    `BIGBLUEBUTTON_ENDPOINT=https://bbb.example.org/bigbluebutton/\r\nBIGBLUEBUTTON_SECRET=${secret}`,
    `https://mconf.github.io/api-mate/#server=https://bbb.example.org/bigbluebutton/&sharedSecret=${secret}`,
  ])('is found beside the address in %j', (text) => {
    expect(read(text, '')).toBe('https://bbb.example.org/bigbluebutton/');
  });
});
