import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../src/index.ts';
import { secret, signed, startForTest, text } from './harness.ts';
import { openPage } from './open-page.ts';

describe('startSimulator', () => {
  it('tells its addresses', async () => {
    const { simulator } = await startForTest();
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(simulator.endpoint).toBe(`${simulator.url}/bigbluebutton/`);
    expect(simulator.secret).toBe(secret);
  });

  it('keeps simulators apart', async () => {
    const [one, two] = [await startForTest(), await startForTest()];
    await one.create();
    expect(text(await two.info(), 'messageKey')).toBe('notFound');
  });

  it('closes although a page is open', async () => {
    const server = await startForTest();
    await server.create();
    await openPage(server, await server.join('Ada', 'VIEWER'));
    await expect(server.simulator.close()).resolves.toBeUndefined();
  });

  it('explains that a port is taken', async () => {
    const { simulator } = await startForTest();
    const port = Number(new URL(simulator.url).port);
    await expect(startSimulator({ secret, port })).rejects.toMatchObject({
      code: 'address_unavailable',
      message: `Port ${port} is taken. Stop the other program or choose another port.`,
    });
  });

  it.each([
    { secret: '' },
    { port: 70_000 },
    { port: 1.5 },
    { processingDelayMs: -1 },
    { hashAlgorithms: [] },
    { joinHost: 'a b' },
  ])('refuses the options %j', async (wrong) => {
    await expect(startSimulator({ secret, ...wrong })).rejects.toMatchObject({
      code: 'invalid_option',
    });
  });
});

describe('the program', () => {
  it('says in one sentence what is wrong with its environment', async () => {
    const child = startProgram({ SIMULATOR_PORT: '0' });
    const said = everythingFrom(child.stderr);
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode).toBe(78);
    expect(await said).toBe(
      'SIMULATOR_SECRET is not set. Set it to the secret that your site signs its calls with.\n',
    );
  });

  it('tells where it listens, and stops when asked to', async () => {
    const child = startProgram({ SIMULATOR_PORT: '0', SIMULATOR_SECRET: secret });
    const [said] = (await once(child.stdout, 'data')) as [string];
    const endpoint = /^Endpoint: +(http:\S+)$/mu.exec(said)?.[1] ?? '';
    const answer = await fetch(`${endpoint}api/getMeetings?${signed('getMeetings', '')}`);
    expect(await answer.text()).toContain('noMeetings');
    child.kill('SIGTERM');
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(exitCode).toBe(0);
  });
});

function startProgram(env: Record<string, string>) {
  const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', program], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill());
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  return child;
}

async function everythingFrom(stream: AsyncIterable<unknown>): Promise<string> {
  let everything = '';
  for await (const chunk of stream) everything += String(chunk);
  return everything;
}
