import { describe, expect, it } from 'vitest';
import { redirectedError, startForTest, text } from './harness.ts';

// Literal requests with sums computed by sha1sum and its kin over call name, query and secret.
const create = '/bigbluebutton/api/create';
const documented = 'name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444';
const sums = {
  sha1: '1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17',
  sha256: 'da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e',
  sha384:
    '891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d6e7b49a845cf29f5c6019c7d29d029d1',
  sha512:
    'de73ad61d11a5c801b68d4bd6ec5248546085cefb0b25c85f3c46249ea93a3a4b120f92c0a8a58d7512cb77821884951a3b01245f3435dbbef49fff3cc3988b4',
} as const;
const getMeetingsSha1 = '2027baa7771026e9e93392f55031535d1444c41f';

describe('checksum', () => {
  it.each(Object.entries(sums))('accepts the documented %s sum', async (_algorithm, sum) => {
    const server = await startForTest();
    const answer = await server.send(`${create}?${documented}&checksum=${sum}`);
    expect(text(answer, 'returncode')).toBe('SUCCESS');
    expect(text(answer, 'internalMeetingID')).toMatch(
      /^6367c48dd193d56ea7b0baad25b19455e529f5ee-/u,
    );
  });

  it('accepts the documented query with awkward characters', async () => {
    const server = await startForTest();
    const sum = '9d563a337dd60f4a50d4e461d668dd4219e2ef256cd38b80d535f4f85fd3df7c';
    const query = 'name=A%27s+%28x%29%21*%7E+%C3%A9%2B%26%3D&meetingID=abc123';
    await server.send(`${create}?${query}&checksum=${sum}`);
    const answer = await server.call('getMeetingInfo', 'meetingID=abc123');
    expect(text(answer, 'meetingName')).toBe('A&apos;s (x)!*~ é+&amp;=');
  });

  it.each([
    [
      'a raw apostrophe',
      "name=It's+me&meetingID=raw1",
      '617be46768a2de41023413e5269b9390d1d7c56515592a67ef054dab75ff174e',
    ],
    [
      'lower-case escapes',
      'name=caf%c3%a9&meetingID=raw2',
      '79b15aad239519cf9f40e0dfa7f0aea7cb1b9a5fdd4bef5fdc7e1c4d35fcedd7',
    ],
    [
      'spaces as %20',
      'name=Two%20words&meetingID=raw3',
      '5b873053afdaafc46d2669d0d19ac97cc99cad72f40e1c3b3f04dec73c3ea1b5',
    ],
  ])('is computed over the query as sent, with %s', async (_what, query, sum) => {
    const server = await startForTest();
    const answer = await server.send(`${create}?${query}&checksum=${sum}`);
    expect(text(answer, 'returncode')).toBe('SUCCESS');
  });

  it('notices that the query was re-encoded after signing', async () => {
    const server = await startForTest();
    const sum = '617be46768a2de41023413e5269b9390d1d7c56515592a67ef054dab75ff174e';
    const answer = await server.send(`${create}?name=It%27s+me&meetingID=raw1&checksum=${sum}`);
    expect(text(answer, 'messageKey')).toBe('checksumError');
  });

  it.each([
    ['at the start', 'checksum=b953eb23fb50c567be5db2be9b4673449ec1cd93&a=1&meetingID=m1'],
    ['in the middle', 'a=1&checksum=b953eb23fb50c567be5db2be9b4673449ec1cd93&meetingID=m1'],
    ['at the end', 'a=1&meetingID=m1&checksum=b953eb23fb50c567be5db2be9b4673449ec1cd93'],
    ['in capitals', 'a=1&meetingID=m1&checksum=B953EB23FB50C567BE5DB2BE9B4673449EC1CD93'],
  ])('may stand %s', async (_where, query) => {
    const server = await startForTest();
    const answer = await server.send(`/bigbluebutton/api/isMeetingRunning?${query}`);
    expect(text(answer, 'running')).toBe('false');
  });

  it('is removed as text, even from inside another value', async () => {
    const server = await startForTest();
    const sum = 'e136f080954cbb718c9d4f0be2d0961a656d16c2';
    const query = `note=checksum=${sum}&meetingID=m1&checksum=${sum}`;
    const answer = await server.send(`/bigbluebutton/api/isMeetingRunning?${query}`);
    expect(text(answer, 'running')).toBe('false');
  });

  it('accepts a call without any other parameter', async () => {
    const server = await startForTest();
    const answer = await server.send(`/bigbluebutton/api/getMeetings?checksum=${getMeetingsSha1}`);
    expect(text(answer, 'messageKey')).toBe('noMeetings');
  });

  it.each([
    ['missing', ''],
    ['empty', 'checksum='],
    ['wrong', `checksum=${'0'.repeat(40)}`],
    ['of no known length', 'checksum=abc'],
    ['sent twice', `checksum=${getMeetingsSha1}&checksum=${getMeetingsSha1}`],
    ['sent twice, once padded', `checksum=${getMeetingsSha1}&+checksum=${getMeetingsSha1}`],
    ['of another call', `checksum=${sums.sha1}`],
  ])('is refused when %s', async (_how, query) => {
    const server = await startForTest();
    const answer = await server.send(`/bigbluebutton/api/getMeetings?${query}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(
      '<response>\n<returncode>FAILED</returncode>\n<messageKey>checksumError</messageKey>\n<message>Checksums do not match</message>\n</response>',
    );
  });

  it('is refused when its algorithm is switched off', async () => {
    const server = await startForTest({ hashAlgorithms: ['sha256', 'sha512'] });
    const old = await server.send(`${create}?${documented}&checksum=${sums.sha1}`);
    const strong = await server.send(`${create}?${documented}&checksum=${sums.sha512}`);
    expect(text(old, 'messageKey')).toBe('checksumError');
    expect(text(strong, 'returncode')).toBe('SUCCESS');
  });

  it('is checked before anything else', async () => {
    const server = await startForTest();
    const answer = await server.send(`${create}?record=perhaps&checksum=${'0'.repeat(40)}`);
    expect(text(answer, 'messageKey')).toBe('checksumError');
  });

  it('has other words for recordings', async () => {
    const server = await startForTest();
    const answer = await server.send('/bigbluebutton/api/getRecordings?checksum=00');
    expect(text(answer, 'message')).toBe('You did not pass the checksum security check');
  });

  it('never lets an unsigned join choose where the browser goes', async () => {
    const server = await startForTest();
    const away =
      'errorRedirectUrl=https%3A%2F%2Fevil.example%2F&logoutURL=https%3A%2F%2Fevil.example%2F';
    const answer = await server.send(`/bigbluebutton/api/join?${away}&checksum=00`);
    expect(redirectedError(answer)).toEqual({
      to: `${server.simulator.url}/`,
      key: 'checksumError',
      message: 'Checksums do not match',
    });
  });
});

describe('checksum of a form', () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const emptyCreate = '8a21c9b7e3b18541974c9e78c0d0bfa790c665eb';

  it('covers the call name alone when everything is in the body', async () => {
    const server = await startForTest();
    const body = `name=Form+meeting&meetingID=form1&checksum=${emptyCreate}`;
    const answer = await server.send(create, { method: 'POST', headers, body });
    expect(text(answer, 'meetingID')).toBe('form1');
  });

  it('does not cover the body', async () => {
    const server = await startForTest();
    const path = `${create}?${documented}&checksum=${sums.sha1}`;
    const answer = await server.send(path, { method: 'POST', headers, body: 'duration=30' });
    expect(text(answer, 'duration')).toBe('30');
  });

  it('must not be repeated in the body', async () => {
    const server = await startForTest();
    const path = `${create}?${documented}&checksum=${sums.sha1}`;
    const body = `checksum=${emptyCreate}`;
    const answer = await server.send(path, { method: 'POST', headers, body });
    expect(text(answer, 'messageKey')).toBe('checksumError');
  });
});
