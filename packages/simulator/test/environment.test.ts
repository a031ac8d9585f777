import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnvironment, SimulatorError } from '../src/index.ts';

const SIMULATOR_SECRET = 'x';

/** Writes a file of tenants and returns its path. */
function tenantsFile(content: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'simulator-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'tenants.json');
  writeFileSync(file, content);
  return file;
}

describe('the environment', () => {
  it('has defaults for all but the secret', () => {
    expect(readEnvironment({ SIMULATOR_SECRET })).toEqual({ secret: 'x', port: 8090 });
    const empty = { SIMULATOR_SECRET, SIMULATOR_PORT: '', SIMULATOR_DATA: '' };
    expect(readEnvironment(empty)).toEqual({ secret: 'x', port: 8090 });
  });

  it('has a variable for every option', () => {
    const options = readEnvironment({
      SIMULATOR_SECRET,
      SIMULATOR_HOST: '0.0.0.0',
      SIMULATOR_PORT: '0',
      SIMULATOR_PROFILE: 'scalelite',
      SIMULATOR_MORE_SECRETS: 'y, z',
      SIMULATOR_HASH_ALGORITHMS: 'sha256,sha512',
      SIMULATOR_SIGNED_QUERY: 're-encoded',
      SIMULATOR_PROCESSING_DELAY_MS: '5',
      SIMULATOR_ALLOW_OUTBOUND: 'true',
      SIMULATOR_MEETINGS: '{"authenticatedGuest":true}',
      SIMULATOR_RECORDINGS: '{"formats":["podcast"]}',
      SIMULATOR_WEBHOOKS: '{"version":"3.3"}',
      SIMULATOR_SEATS: '{"connections":20}',
      SIMULATOR_BALANCER: '{}',
      SIMULATOR_JOIN_HOST: 'localhost',
      SIMULATOR_DATA: '/var/lib/simulator',
    });
    expect(options).toEqual({
      secret: 'x',
      host: '0.0.0.0',
      port: 0,
      profile: 'scalelite',
      moreSecrets: ['y', 'z'],
      hashAlgorithms: ['sha256', 'sha512'],
      signedQuery: 're-encoded',
      processingDelayMs: 5,
      allowOutbound: true,
      meetings: { authenticatedGuest: true },
      recordings: { formats: ['podcast'] },
      webhooks: { version: '3.3' },
      seats: { connections: 20 },
      balancer: {},
      joinHost: 'localhost',
      dataDirectory: '/var/lib/simulator',
    });
  });

  it('names a file of tenants', () => {
    const tenants = [
      { name: 'green', secret: 'g' },
      { name: 'blue', secret: 'b', profile: 'integration', processingDelayMs: 1 },
    ];
    const file = tenantsFile(JSON.stringify({ tenants }));
    expect(readEnvironment({ SIMULATOR_SECRET, SIMULATOR_TENANTS: file }).tenants).toEqual(tenants);
  });

  it.each([
    [{ SIMULATOR_SECRET: '' }, 'SIMULATOR_SECRET is not set.'],
    [{ SIMULATOR_PORT: 'http' }, 'SIMULATOR_PORT must be a whole number from 0 to 65535.'],
    [{ SIMULATOR_PORT: '65536' }, 'SIMULATOR_PORT must be'],
    [{ SIMULATOR_PROCESSING_DELAY_MS: '-1' }, 'SIMULATOR_PROCESSING_DELAY_MS must be'],
    [{ SIMULATOR_PROFILE: '4.0' }, 'SIMULATOR_PROFILE must be one of bigbluebutton-2.7, '],
    [{ SIMULATOR_HASH_ALGORITHMS: 'sha256,md5' }, 'SIMULATOR_HASH_ALGORITHMS[1] must be one of'],
    [{ SIMULATOR_SIGNED_QUERY: 'twice' }, 'SIMULATOR_SIGNED_QUERY must be one of'],
    [{ SIMULATOR_ALLOW_OUTBOUND: 'yes' }, 'SIMULATOR_ALLOW_OUTBOUND must be true or false.'],
    [{ SIMULATOR_MEETINGS: '{' }, 'SIMULATOR_MEETINGS holds JSON with a mistake'],
    [{ SIMULATOR_WEBHOOKS: '{"version":"1"}' }, 'mistake: version must be one of 2.6'],
    [{ SIMULATOR_TENANTS: '/nowhere.json' }, 'SIMULATOR_TENANTS names /nowhere.json'],
  ])('is refused with the name of the variable: %j', (environment, words) => {
    const reading = () => readEnvironment({ SIMULATOR_SECRET, ...environment });
    expect(reading).toThrow(SimulatorError);
    expect(reading).toThrow(words);
  });

  it.each([
    [
      'SIMULATOR_PROFIL',
      'SIMULATOR_PROFIL is no variable of the simulator (did you mean SIMULATOR_PROFILE?).',
    ],
    ['SIMULATOR_MOON', 'SIMULATOR_MOON is no variable of the simulator.'],
    ['SIMULATOR_TENANT', '(did you mean SIMULATOR_TENANTS?)'],
  ])('is refused with a variable that nobody knows: %s', (name, words) => {
    const reading = (value: string) => () => readEnvironment({ SIMULATOR_SECRET, [name]: value });
    expect(reading('x')).toThrow(SimulatorError);
    expect(reading('x')).toThrow(words);
    expect(reading('')).not.toThrow();
  });

  it('is refused with a mistyped secret for its name', () => {
    expect(() => readEnvironment({ SIMULATOR_SECERT: 'x' })).toThrow(
      'SIMULATOR_SECERT is no variable of the simulator (did you mean SIMULATOR_SECRET?).',
    );
  });

  it.each([
    ['{}', 'tenants must be a list'],
    ['{"tenants":[{"name":"green"}]}', 'tenants[0].secret must be a text'],
    ['{"tenants":[{"name":"green","secret":"g","port":1}]}', 'tenants[0].port is not known here'],
  ])('is refused with the mistake in the file of tenants: %s', (content, words) => {
    const file = tenantsFile(content);
    const reading = () => readEnvironment({ SIMULATOR_SECRET, SIMULATOR_TENANTS: file });
    expect(reading).toThrow(file);
    expect(reading).toThrow(words);
  });
});
