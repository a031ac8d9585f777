import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bluebridge, nowhere, secret } from './harness.ts';

const words = ['sign', 'create', 'meetingID=room-1', 'name=Physics & Maths'];
const hashed = 'createmeetingID=room-1&name=Physics+%26+Maths';
const sum = (algorithm: string) =>
  createHash(algorithm)
    .update(hashed + secret)
    .digest('hex');

describe('sign', () => {
  it('prints query and checksum, not the address and never the secret', async () => {
    const { code, stdout } = await bluebridge(words, { env: nowhere });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'call       create',
        'query      meetingID=room-1&name=Physics+%26+Maths',
        `hashed     ${hashed}<secret>`,
        'algorithm  sha256',
        `checksum   ${sum('sha256')}`,
        '',
      ].join('\n'),
    );
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('hashes with %s', async (algorithm) => {
    const { stdout } = await bluebridge([...words, '--algorithm', algorithm, '--json'], {
      env: nowhere,
    });
    expect(JSON.parse(stdout)).toMatchObject({ algorithm, checksum: sum(algorithm) });
  });

  it('uses the chosen hash for hooks too, with the whole name of the call', async () => {
    const { stdout } = await bluebridge(['sign', 'hooks/list', '--algorithm', 'sha512', '--json'], {
      env: nowhere,
    });
    expect(JSON.parse(stdout)).toMatchObject({
      call: 'hooks/list',
      query: '',
      algorithm: 'sha512',
      checksum: createHash('sha512').update(`hooks/list${secret}`).digest('hex'),
    });
  });

  it('prints the signed address with --url', async () => {
    const { stdout } = await bluebridge([...words, '--url'], { env: nowhere });
    expect(stdout).toBe(
      `https://bbb.example.org/bigbluebutton/api/create?meetingID=room-1&name=Physics+%26+Maths&checksum=${sum('sha256')}\n`,
    );
  });

  it.each([
    [['sign'], 'Which call?'],
    [['sign', 'getJoinUrl', 'sessionToken=abc'], 'getJoinUrl is not signed.'],
    [['sign', 'create', '--algorithm', 'md5'], '--algorithm must be one of sha1'],
  ])('calls %j wrong usage', async (argv, message) => {
    const { code, stderr } = await bluebridge(argv, { env: nowhere });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
