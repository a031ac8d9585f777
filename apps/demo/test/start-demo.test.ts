import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { createCleanup } from '../src/cleanup.ts';
import type { DemoConfig } from '../src/config.ts';
import { startDemo, type DemoOptions } from '../src/start-demo.ts';

const toolScript = fileURLToPath(new URL('fixtures/fake-tool.ts', import.meta.url));
const cleanup = { current: createCleanup() };

async function start(config: Partial<DemoConfig> = {}, options: Partial<DemoOptions> = {}) {
  const steps: string[] = [];
  cleanup.current = createCleanup();
  const url = await startDemo(
    { port: { number: 0, exact: true }, simulated: 'bigbluebutton', wordpress: 'no', ...config },
    {
      onProgress: (step) => steps.push(step),
      onUnexpectedStop: () => undefined,
      cleanup: cleanup.current,
      toolScript,
      ...options,
    },
  );
  const about = (await (await fetch(`${url}/demo/about`)).json()) as {
    server: { kind: string; url: string };
    tool: { url: string };
  };
  const toolEnv = (await (await fetch(`${about.tool.url}/env`)).json()) as Record<string, string>;
  return { url, steps, about, toolEnv };
}

afterEach(() => cleanup.current.run());

describe('startDemo', () => {
  it('starts simulator, LMS and tool, and introduces them to each other', async () => {
    const { url, steps, about, toolEnv } = await start();
    expect(steps).toEqual(['BigBlueButton simulator', 'demo LMS', 'LTI tool']);
    expect(about.server.kind).toBe('simulator');
    expect(toolEnv).toMatchObject({
      LTI_PORT: '0',
      LTI_HOST: '127.0.0.1',
      BBB_ENDPOINT: `${about.server.url}/bigbluebutton/`,
      BBB_DIALECT: 'bigbluebutton',
    });
    const file = JSON.parse(await readFile(toolEnv['LTI_PLATFORMS'] ?? '', 'utf8')) as object;
    expect(file).toMatchObject({
      platforms: [{ issuer: `${url}/lms`, clientId: 'demo-client', deploymentIds: ['1'] }],
    });
    expect(await (await fetch(url)).text()).not.toContain(toolEnv['BBB_SECRET']);
  });

  it('can simulate a hoster that reserves seats', async () => {
    const { about, toolEnv } = await start({ simulated: 'integration' });
    expect(about.server.kind).toBe('simulator');
    expect(toolEnv).toMatchObject({ BBB_DIALECT: 'integration', BBB_SEATS: '30' });
    expect(toolEnv['BBB_ENDPOINT']).toContain('/bbb-integration');
  });

  it('stops all of it and removes the temporary folder', async () => {
    const { url, about, toolEnv } = await start();
    await cleanup.current.run();
    for (const address of [url, about.server.url, about.tool.url]) {
      await expect(fetch(address)).rejects.toThrow('fetch failed');
    }
    await expect(access(dirname(toolEnv['LTI_PLATFORMS'] ?? ''))).rejects.toThrow('ENOENT');
  });

  it('uses an own server instead of the simulator, and never shows its secret', async () => {
    const ownServer = {
      endpoint: 'http://127.0.0.1:9/bigbluebutton/',
      secret: 'open-sesame',
      dialect: 'integration',
    } as const;
    const { url, steps, about, toolEnv } = await start({ ownServer });
    expect(steps).toEqual(['demo LMS', 'LTI tool']);
    expect(about.server).toEqual({ kind: 'own', url: ownServer.endpoint });
    expect(toolEnv).toMatchObject({ BBB_SECRET: 'open-sesame', BBB_DIALECT: 'integration' });
    const page = await (await fetch(url)).text();
    expect(page).toContain('Server in use: 127.0.0.1:9');
    expect(page).not.toContain('open-sesame');
  });

  it('shows on the landing page what the tool logged', async () => {
    const { url, about } = await start();
    await fetch(about.tool.url);
    await expect
      .poll(async () => (await fetch(`${url}/demo/activity`)).text())
      .toContain('&lt;b&gt;Physics');
    expect(await (await fetch(url)).text()).not.toContain('abc123');
  });

  it('keeps the rooms in the folder that was asked for', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'bluebridge-kept-'));
    const { toolEnv } = await start({ dataFolder: join(dataFolder, 'rooms') });
    expect(toolEnv['LTI_DATABASE']).toBe(join(dataFolder, 'rooms', 'lti.sqlite'));
    await cleanup.current.run();
    expect(await readdir(dataFolder)).toEqual(['rooms']);
    await rm(dataFolder, { recursive: true });
  });

  it.each([
    [{ endpoint: 'bbb.example.org', secret: 'open-sesame' }, 'the endpoint is not a URL'],
    [{ endpoint: 'https://bbb.example.org/?a=b', secret: 'open-sesame' }, 'must not hold'],
  ])('refuses a server that cannot be used, with a sentence', async (settings, sentence) => {
    const failure = start({ ownServer: { ...settings, dialect: 'bigbluebutton' } });
    await expect(failure).rejects.toThrow(
      new RegExp(`^BBB_ENDPOINT and BBB_SECRET cannot be used: .*${sentence}`),
    );
    await expect(failure).rejects.not.toThrow('open-sesame');
  });
});
