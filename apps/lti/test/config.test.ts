import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../src/config.ts';
import { ConfigError } from '../src/environment.ts';
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
  it('need only the meeting server and its secret', async () => {
    const { platforms, server, trustedProxies, ...rest } = readConfig(await environment());
    expect(rest).toEqual({
      host: '127.0.0.1',
      port: 4410,
      baseUrl: undefined,
      database: '.data/lti.sqlite',
      encryptionKeys: undefined,
      allowPrivate: false,
      registrationHosts: [],
      metricsToken: undefined,
      accountDefaults: {},
      maxDocumentMb: 20,
      callbacks: 'auto',
      seats: undefined,
      graceMinutes: 5,
      auditDays: 365,
    });
    expect(trustedProxies.check('127.0.0.1')).toBe(false);
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
      BBB_SEATS: '200',
      BBB_GRACE_MINUTES: '0',
      LTI_AUDIT_DAYS: '30',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      baseUrl: 'https://rooms.example',
      database: ':memory:',
      server: { dialect: { name: 'integration' } },
      accountDefaults: { maxParticipants: 40, durationMinutes: 90 },
      seats: 200,
      auditDays: 30,
      graceMinutes: 0,
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
    ['LTI_DATABASE', 'postgres://sesame@db.example/lti'],
    ['DATABASE_URL', 'mysql://root:sesame@db.example/lti'],
    ['DATABASE_URL', 'postgres://user:sesame/%@db.example:x/lti'],
    ['LTI_ENCRYPTION_KEY', 'sesame'],
    ['LTI_ENCRYPTION_KEY', `${'A'.repeat(43)}=,sesame`],
    ['LTI_ALLOW_PRIVATE_ADDRESSES', 'perhaps'],
    ['LTI_REGISTRATION_HOSTS', 'https://login.example'],
    ['LTI_METRICS_TOKEN', 'sesame'],
    ['LTI_CALLBACKS', 'maybe'],
    ['LTI_AUDIT_DAYS', '29'],
    ['LTI_AUDIT_DAYS', '3651'],
    ['LTI_AUDIT_DAYS', 'a year'],
    ['LTI_TRUSTED_PROXIES', '127.0.0.1,sesame'],
    ['LTI_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['LTI_PLATFORMS', '/nowhere/platforms.json'],
    ['BBB_ENDPOINT', undefined],
    ['BBB_ENDPOINT', 'bbb.example'],
    ['BBB_SECRET', ' '],
    ['BBB_DIALECT', 'greenlight'],
    ['BBB_DEFAULT_SEATS', '0'],
    ['BBB_DEFAULT_SEATS', '10001'],
    ['BBB_DEFAULT_SEATS', '2.5'],
    ['BBB_SEATS', '0'],
    ['BBB_SEATS', 'many'],
    ['BBB_GRACE_MINUTES', '-1'],
    ['BBB_GRACE_MINUTES', '241'],
    ['BBB_DEFAULT_MINUTES', '-90'],
    ['LTI_MAX_DOCUMENT_MB', '0'],
    ['LTI_MAX_DOCUMENT_MB', '101'],
    ['BBB_DEFAULT_MINUTES', 'an hour'],
  ])('%s may not be %j, and the complaint is one sentence that names it', async (name, value) => {
    const message = complaint({ ...(await environment()), [name]: value });
    expect(message).toMatch(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`));
    expect(message).not.toContain('sesame');
  });

  it('take PostgreSQL, with the keys of its secrets, newest first', async () => {
    const [newer, older] = ['B', 'A'].map((letter) => `${letter.repeat(42)}A=`);
    const { database, encryptionKeys } = readConfig({
      ...(await environment()),
      DATABASE_URL: 'postgresql:///lti?host=/run/postgresql',
      LTI_ENCRYPTION_KEY: `${newer}, ${older}`,
    });
    expect(database).toBe('postgresql:///lti?host=/run/postgresql');
    expect(encryptionKeys?.map(({ bytes }) => bytes.toString('base64'))).toEqual([newer, older]);
  });

  it('need a key where several processes share secrets', async () => {
    const env = { ...(await environment()), DATABASE_URL: 'postgres://u:sesame@db.example/lti' };
    expect(complaint(env)).toMatch(/^LTI_ENCRYPTION_KEY is not set: [^\n]+\.$/);
  });

  it('name one database, not two', async () => {
    const env = { DATABASE_URL: 'postgres://u:sesame@db.example/lti', LTI_DATABASE: 'lti.sqlite' };
    const message = complaint({ ...(await environment()), ...env });
    expect(message).toBe(
      'DATABASE_URL and LTI_DATABASE are both set: keep the first for PostgreSQL or the second for SQLite.',
    );
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
