import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { startSimulator } from '@bluebridge/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runDoctor } from '../src/cli/doctor.ts';
import { systemClock } from '../src/clock.ts';
import { newSqliteFile } from './kit/databases.ts';
import { fakePlatform } from './kit/fake-platform.ts';

interface School {
  readonly env: Record<string, string>;
  /** What the key address of the platform answers. */
  keys: string;
  /** How far its clock is ahead. */
  aheadMs: number;
}

/** A platform with real addresses, a meeting server, and settings that fit to both. */
async function school(): Promise<School> {
  const platform = await fakePlatform();
  const keys = JSON.stringify(platform.jwks);
  const simulator = await startSimulator({ secret: 'sesame' });
  onTestFinished(() => simulator.close());
  const here: School = { env: {}, keys, aheadMs: 0 };
  const web = createServer(({ url }, response) => {
    response.setHeader('date', new Date(Date.now() + here.aheadMs).toUTCString());
    response.end(url === '/livez' ? '{"status":"ok"}' : here.keys);
  });
  await new Promise<void>((resolve) => void web.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void web.close());
  const address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const file = newSqliteFile();
  const settings = { ...platform.settings, jwksUri: `${address}/keys`, frameOrigins: [] };
  writeFileSync(`${file}.json`, JSON.stringify({ platforms: [settings] }));
  return Object.assign(here, {
    env: {
      LTI_BASE_URL: address,
      LTI_DATABASE: file,
      LTI_PLATFORMS: `${file}.json`,
      LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
      BBB_ENDPOINT: simulator.endpoint,
      BBB_SECRET: 'sesame',
    },
  });
}

async function diagnosis({ env }: School, changes: Record<string, string> = {}) {
  const lines: string[] = [];
  const well = await runDoctor(
    { ...env, ...changes },
    systemClock,
    (line) => void lines.push(line),
  );
  return { well, text: lines.join('\n') };
}

describe('the doctor', () => {
  it('finds a tool in good health, and says what it looked at', async () => {
    const { well, text } = await diagnosis(await school());
    expect(text).not.toContain('BAD');
    expect(well).toBe(true);
    for (const words of [
      'ok    All settings can be read.',
      'mind  The address http://127.0.0.1:',
      'ok    The tool answers there.',
      'ok    The database can be written.',
      'ok    The lms: its keys are reachable (1).',
      'ok    The lms: its clock agrees with ours.',
      'ok    The lms: pages that may frame our rooms: https://lms.example',
      'ok    The meeting server answers and accepts the secret',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each([
    ['a missing setting', { BBB_SECRET: '' }, 'BAD   BBB_SECRET is not set'],
    ['a wrong secret', { BBB_SECRET: 'other' }, 'BAD   The meeting server does not accept BBB_'],
    ['no meeting server', { BBB_ENDPOINT: 'http://127.0.0.1:9/' }, 'BAD   The meeting server'],
    ['a database that is none', { LTI_DATABASE: '/dev/null/x' }, 'BAD   LTI_DATABASE cannot be'],
    ['private addresses', { LTI_ALLOW_PRIVATE_ADDRESSES: 'no' }, 'BAD   The lms: its keys at'],
  ])('names %s, and nothing secret', async (_what, changes, words) => {
    const { well, text } = await diagnosis(await school(), changes);
    expect(text).toContain(words);
    expect(text).not.toContain('sesame');
    expect(well).toBe(false);
  });

  it.each([
    ['<html>', 'BAD   The lms: what is at'],
    ['{"keys":[]}', 'BAD   The lms: there is no RSA key'],
  ])('notices keys such as %s', async (keys, words) => {
    const here = await school();
    here.keys = keys;
    const { well, text } = await diagnosis(here);
    expect(text).toContain(words);
    expect(well).toBe(false);
  });

  it.each([
    [30_000, 'mind  The lms: its clock and ours are', true],
    [600_000, 'BAD   The lms: its clock and ours are', false],
  ])('notices a clock that is %i ms ahead', async (aheadMs, words, expected) => {
    const here = await school();
    here.aheadMs = aheadMs;
    const { well, text } = await diagnosis(here);
    expect(text).toContain(words);
    expect(well).toBe(expected);
  });

  it('tells who answers instead of the tool, or that nobody does', async () => {
    const here = await school();
    const elsewhere = here.env['BBB_ENDPOINT'] ?? '';
    const other = await diagnosis(here, { LTI_BASE_URL: new URL(elsewhere).origin });
    expect(other.text).toContain('BAD   Something answers at');
    const nobody = await diagnosis(here, { LTI_BASE_URL: 'http://127.0.0.1:9' });
    expect(nobody.text).toContain('mind  Nothing answers at http://127.0.0.1:9');
    expect(nobody.well).toBe(true);
  });
});
