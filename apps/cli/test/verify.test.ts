import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bluebridge, secret, start } from './harness.ts';

const env = { BBB_SECRET: secret };
const address = 'https://me.example.org/hook?room=1';
const event = JSON.stringify([
  {
    data: {
      type: 'event',
      id: 'user-joined',
      attributes: { meeting: { 'external-meeting-id': 'room-1', 'internal-meeting-id': 'i-1' } },
      event: { ts: start },
    },
  },
]);
const form = `event=${encodeURIComponent(event)}&timestamp=${start}&domain=bbb.example.org`;
const sum = createHash('sha256')
  .update(address + form + secret)
  .digest('hex');
const called = `${address}&checksum=${sum}`;

function token(algorithm: 'HS256' | 'HS512', claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: algorithm, typ: 'JWT' })}.${part(claims)}`;
  const hash = algorithm === 'HS256' ? 'sha256' : 'sha512';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'received');
  writeFileSync(file, text);
  return file;
}

describe('verify webhook', () => {
  const words = ['verify', 'webhook', '--url', called, '--body', '-'];

  it('names the proof and the events of a genuine one', async () => {
    const ended = await bluebridge([...words, '--table'], { env, stdin: form });
    expect(ended).toEqual({
      code: 0,
      stdout: 'Genuine, by raw_body.\n2026-11-23 09:00:00  user-joined  room-1\n',
      stderr: '',
    });
  });

  it('answers the parsed delivery as JSON', async () => {
    const { stdout } = await bluebridge(words, { env, stdin: form });
    expect(JSON.parse(stdout)).toMatchObject({ scheme: 'raw_body', timestamp: start });
  });

  it('warns of a checksum that covers nothing of the body', async () => {
    const weak = createHash('sha1').update(`${address}{}${secret}`).digest('hex');
    const { code, stdout } = await bluebridge(
      ['verify', 'webhook', '--url', `${address}&checksum=${weak}`, '--body', '-', '--table'],
      { env, stdin: form },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Genuine, by constant. This checksum covers nothing of the body');
  });

  it('refuses an altered body', async () => {
    const altered = form.replace('user-joined', 'user-left');
    const ended = await bluebridge([...words, '--table'], { env, stdin: altered });
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Not genuine.\n  the webhook callback has a wrong checksum\n',
    });
  });

  it('compares with the registered address where it differs', async () => {
    const behindProxy = `http://10.0.0.1/hook?checksum=${sum}`;
    const argv = ['verify', 'webhook', '--url', behindProxy, '--body', fileWith(form)];
    expect((await bluebridge(argv, { env })).code).toBe(1);
    expect((await bluebridge([...argv, '--registered', address], { env })).code).toBe(0);
  });
});

describe('verify recording-ready', () => {
  it('reads a genuine one and refuses a forged one', async () => {
    const genuine = token('HS256', { meeting_id: 'room-1', record_id: 'rec-1' });
    const argv = ['verify', 'recording-ready', '--body', '-', '--table'];
    const ended = await bluebridge(argv, { env, stdin: `signed_parameters=${genuine}` });
    expect(ended).toMatchObject({
      code: 0,
      stdout: 'Genuine.\nmeetingID  room-1\nrecordID   rec-1\n',
    });
    const forged = await bluebridge(argv, { env, stdin: `signed_parameters=${genuine}x` });
    expect(forged.code).toBe(1);
    const damaged = await bluebridge(argv, { env, stdin: 'anything' });
    expect(damaged.stderr).toContain('Not such a callback, or damaged.');
  });
});

describe('verify analytics', () => {
  const report = JSON.stringify({ meeting_id: 'room-1', data: { duration: 600, attendees: [{}] } });
  const header = token('HS512', { exp: start / 1000 + 60 });

  it('reads the header from a file, and the time from the clock', async () => {
    const argv = ['verify', 'analytics', '--body', '-', '--table', '--authorization-file'];
    const file = fileWith(`Authorization: Bearer ${header}\n`);
    const ended = await bluebridge([...argv, file], { env, stdin: report });
    expect(ended).toMatchObject({
      code: 0,
      stdout: 'Genuine.\nmeetingID  room-1\npeople     1\nminutes    10\n',
    });
    const late = { env, stdin: report, now: () => start + 60_000 };
    const expired = await bluebridge([...argv, file], late);
    expect(expired.code).toBe(1);
    expect(expired.stderr).toContain('expired');
    expect(expired.stderr).not.toContain(header);
  });
});

it.each([
  [['verify'], 'Which callback?'],
  [['verify', 'lti'], 'Which callback?'],
  [['verify', 'webhook', '--body', '-'], '--url'],
  [['verify', 'recording-ready'], '--body'],
  [['verify', 'analytics', '--body', '-', '--authorization-file', '-'], 'Only one'],
])('calls %j wrong usage', async (argv, words) => {
  const { code, stderr } = await bluebridge(argv, { env });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});

it('needs a secret', async () => {
  const ended = await bluebridge(['verify', 'recording-ready', '--body', '-'], { stdin: 'x' });
  expect(ended.code).toBe(78);
});
