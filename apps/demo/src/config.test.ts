import { describe, expect, it } from 'vitest';
import { readConfig, StartError } from './config.ts';

function refusal(env: NodeJS.ProcessEnv): StartError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartError) return error;
  }
  throw new Error('the settings were accepted');
}

describe('readConfig', () => {
  it('uses the simulator and port 4400 or the next when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: { number: 4400, exact: false },
      simulated: 'bigbluebutton',
      wordpress: 'php',
    });
  });

  it('lets the simulator reserve seats as a hoster does', () => {
    const config = readConfig({ BBB_DIALECT: 'integration' });
    expect(config).toMatchObject({ simulated: 'integration' });
    expect(config.ownServer).toBeUndefined();
  });

  it('lets somebody choose the PHP of WordPress, or do without', () => {
    expect(readConfig({ DEMO_WORDPRESS: 'wasm' }).wordpress).toBe('wasm');
    expect(readConfig({ DEMO_WORDPRESS: 'no' }).wordpress).toBe('no');
    expect(refusal({ DEMO_WORDPRESS: 'perhaps' }).message).toMatch(/^DEMO_WORDPRESS must be/);
  });

  it('takes a given port literally', () => {
    expect(readConfig({ PORT: '8123' }).port).toEqual({ number: 8123, exact: true });
  });

  it.each(['http', '-1', '65536', '4400 ', '1e3'])(
    'refuses PORT=%j and says what is right',
    (PORT) => {
      const error = refusal({ PORT });
      expect(error.message).toContain('PORT must be a number');
      expect(error.exitCode).toBe(78);
    },
  );

  it('uses an own server when endpoint and secret are set', () => {
    const env = {
      BBB_ENDPOINT: 'https://bbb.example.org/',
      BBB_SECRET: 's3',
      BBB_DIALECT: 'integration',
    };
    expect(readConfig(env).ownServer).toEqual({
      endpoint: 'https://bbb.example.org/',
      secret: 's3',
      dialect: 'integration',
    });
  });

  it.each([
    [{ BBB_ENDPOINT: 'https://bbb.example.org/' }, 'BBB_SECRET is not'],
    [{ BBB_SECRET: 'sesame' }, 'BBB_ENDPOINT is not'],
    [{ BBB_SECRET: 'sesame', BBB_ENDPOINT: '' }, 'BBB_ENDPOINT is not'],
  ])('refuses half a server without repeating the secret', (env, sentence) => {
    const error = refusal(env);
    expect(error.message).toContain(sentence);
    expect(error.message).not.toContain('sesame');
    expect(error.exitCode).toBe(78);
  });

  it('refuses an unknown dialect', () => {
    const env = { BBB_ENDPOINT: 'https://b.example', BBB_SECRET: 's', BBB_DIALECT: 'greenlight' };
    expect(refusal(env).message).toContain('BBB_DIALECT must be');
  });

  it('keeps the folder for the data of the tool', () => {
    expect(readConfig({ DEMO_DATA: 'kept' }).dataFolder).toBe('kept');
  });
});
