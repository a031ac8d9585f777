import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { parsePlatforms } from '../src/platforms-file.ts';
import { fakePlatform } from './kit/fake-platform.ts';

async function environment(): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'lti-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'platforms.json');
  const { settings } = await fakePlatform();
  writeFileSync(file, JSON.stringify({ platforms: [settings] }));
  return {
    LTI_PLATFORMS: file,
    BBB_ENDPOINT: 'https://bbb.example/bigbluebutton/api',
    BBB_SECRET: 'sesame',
  };
}

function complaint(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  return 'no complaint';
}

describe('settings', () => {
  it('need only the platforms, the meeting server and its secret', async () => {
    const { platforms, server, ...rest } = readConfig(await environment());
    expect(rest).toEqual({
      host: '127.0.0.1',
      port: 4410,
      baseUrl: undefined,
      database: '.data/lti.sqlite',
      accountDefaults: {},
    });
    expect(platforms[0]?.issuer).toBe('https://lms.example');
    expect(server.endpoint).toBe('https://bbb.example/bigbluebutton/');
    expect(server.dialect.name).toBe('bigbluebutton');
  });

  it('take everything from the environment', async () => {
    const env = {
      ...(await environment()),
      LTI_PORT: '0',
      LTI_HOST: '0.0.0.0',
      LTI_BASE_URL: 'https://rooms.example/',
      LTI_DATABASE: ':memory:',
      BBB_DIALECT: 'integration',
      BBB_DEFAULT_SEATS: '40',
      BBB_DEFAULT_MINUTES: '90',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      baseUrl: 'https://rooms.example',
      database: ':memory:',
      server: { dialect: { name: 'integration' } },
      accountDefaults: { maxParticipants: 40, durationMinutes: 90 },
    });
  });

  it.each([
    ['LTI_PORT', '65536'],
    ['LTI_PORT', '-1'],
    ['LTI_PORT', '80a'],
    ['LTI_BASE_URL', 'rooms.example'],
    ['LTI_BASE_URL', 'https://rooms.example/lti'],
    ['LTI_BASE_URL', 'http://rooms.example'],
    ['LTI_BASE_URL', 'https://user@rooms.example'],
    ['LTI_PLATFORMS', undefined],
    ['LTI_PLATFORMS', '/nowhere/platforms.json'],
    ['BBB_ENDPOINT', undefined],
    ['BBB_ENDPOINT', 'bbb.example'],
    ['BBB_SECRET', ' '],
    ['BBB_DIALECT', 'greenlight'],
    ['BBB_DEFAULT_SEATS', '0'],
    ['BBB_DEFAULT_SEATS', '10001'],
    ['BBB_DEFAULT_SEATS', '2.5'],
    ['BBB_DEFAULT_MINUTES', '-90'],
    ['BBB_DEFAULT_MINUTES', 'an hour'],
  ])('%s may not be %j, and the complaint is one sentence that names it', async (name, value) => {
    const message = complaint({ ...(await environment()), [name]: value });
    expect(message).toMatch(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
    expect(message).not.toContain('sesame');
  });

  it('need an address people reach when the tool listens on all interfaces', async () => {
    const message = complaint({ ...(await environment()), LTI_HOST: '0.0.0.0' });
    expect(message).toContain('LTI_BASE_URL is not set');
  });
});

describe('the platforms file', () => {
  it('is refused with the place of the first problem', async () => {
    const { settings } = await fakePlatform();
    const problem = (platforms: unknown) => parsePlatforms(JSON.stringify({ platforms })).problem;
    expect(parsePlatforms('{').problem).toBe('the text is not JSON');
    expect(parsePlatforms('[]').problem).toContain('the file');
    expect(problem([])).toContain('platforms');
    expect(problem([{ ...settings, clientId: undefined }])).toContain('platforms.0.clientId');
    expect(problem([{ ...settings, deploymentIds: [] }])).toContain('platforms.0.deploymentIds');
    expect(problem([{ ...settings, deploymentIds: ['1', '1'] }])).toContain('listed twice');
    expect(problem([settings, settings])).toContain('listed twice');
    for (const address of ['lms.example', 'http://lms.example/keys', 'file:///etc/passwd']) {
      expect(problem([{ ...settings, jwksUri: address }])).toContain('platforms.0.jwksUri');
    }
    expect(problem([{ ...settings, frameOrigins: ['https://a.example/x'] }])).toContain(
      'frameOrigins.0',
    );
  });

  it('may use plain http on this machine', async () => {
    const { settings } = await fakePlatform();
    const local = { ...settings, issuer: 'http://localhost:4400/lms' };
    expect(parsePlatforms(JSON.stringify({ platforms: [local] })).problem).toBeUndefined();
  });
});
