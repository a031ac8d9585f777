import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';

const main = new URL('../src/main.ts', import.meta.url).pathname;

function start(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@bluebridge/source', main, ...words], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

it('as a process it ends with the exit code of the program', async () => {
  const [code] = (await once(start('call', 'getMeetings'), 'close')) as [number];
  expect(code).toBe(78);
}, 20_000);

it('as a process it ends a running command on Ctrl-C', async () => {
  const child = start('simulate', '--port', '0');
  let written = '';
  child.stdout?.on('data', (chunk) => (written += String(chunk)));
  await expect.poll(() => written, { timeout: 10_000 }).toContain('Ctrl-C ends it.');
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
}, 20_000);

it('as a process it does not mind a reader who leaves early', async () => {
  const child = start('--help');
  child.stdout?.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
}, 20_000);
