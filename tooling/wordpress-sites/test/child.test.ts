import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startChild } from '../src/child.ts';

const FOREVER = `require('node:fs').writeFileSync('ready', ''); setInterval(() => {}, 1000);`;
const usual = { readyWithin: 60_000, failure: 'It does not start.' };

it.each([
  ['ends by itself', 'process.exitCode = 1;'],
  ['is killed by a signal', 'process.kill(process.pid, "SIGKILL");'],
])('a program that %s is not waited for, and its last words are told', async (_, end) => {
  const code = `require('node:fs').writeSync(2, 'Out of order.'); ${end}`;
  const starting = startChild(process.execPath, ['-e', code], { ...usual, isReady: () => false });
  await expect(starting).rejects.toThrow('It does not start. It said:\nOut of order.');
});

it('a program that is not there is not waited for', async () => {
  const starting = startChild('/no/such/program', [], { ...usual, isReady: () => false });
  await expect(starting).rejects.toThrow('ENOENT');
});

it('a program that does not get ready in time is stopped', async () => {
  const options = { ...usual, readyWithin: 1, isReady: () => false };
  const starting = startChild(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], options);
  await expect(starting).rejects.toThrow('It does not start.');
});

it('a program is there when it is ready, until it is stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-child-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { pid, stop } = await startChild(process.execPath, ['-e', FOREVER], {
    ...usual,
    cwd: folder,
    isReady: () => existsSync(join(folder, 'ready')),
  });
  expect(process.kill(pid, 0)).toBe(true);
  await stop();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
