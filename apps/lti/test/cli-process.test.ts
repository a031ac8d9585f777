import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileCache } from './kit/compile-cache.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], changes: Record<string, string> = {}): Promise<Ending> {
  const folder = mkdtempSync(join(tmpdir(), 'lti-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = {
    ...compileCache,
    LTI_BASE_URL: 'https://rooms.example',
    LTI_DATABASE: join(folder, 'data', 'lti.sqlite'),
    ...changes,
  };
  return new Promise((resolve) => {
    const words = ['--conditions=@bluebridge/source', cli, ...args];
    const child = execFile(process.execPath, words, { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('the commands as a program', () => {
  it('need only the database and the address of the tool', async () => {
    const { code, stdout, stderr } = await run(['platform', 'invite']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^https:\/\/rooms\.example\/lti\/register\?invite=[\w-]{43}\n/);
  });

  it('say what there is', async () => {
    const { code, stdout } = await run(['help'], { LTI_BASE_URL: 'rooms' });
    expect(code).toBe(0);
    for (const words of ['platform list', 'admin invite', 'erase', 'doctor']) {
      expect(stdout).toContain(words);
    }
  });

  it('let an administrator in, and tell what was done', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lti-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const database = { LTI_DATABASE: join(folder, 'lti.sqlite') };
    const invited = await run(['admin', 'invite'], database);
    expect([invited.code, invited.stderr]).toEqual([0, '']);
    expect(invited.stdout).toMatch(/^https:\/\/rooms\.example\/admin\/enter#[\w-]{43}\nOpen this/);
    const { code, stdout } = await run(['audit', '--csv'], database);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^"2\d{3}-[^"]*","administrator","admin\.invite","","","","[^\n]*"\n$/);
    expect((await run(['retention'], database)).stdout).toContain('Forgotten: 0 entries');
  });

  it.each([
    [['export'], 64, 'Name the platform'],
    [['erase', '--platform', 'x', '--yes'], 69, 'There is no such platform'],
    [['platform', 'disable', 'x'], 69, 'There is no such platform'],
    [['platform', 'remove'], 64, 'takes 1 words'],
    [['admin'], 64, 'There is no command "admin"'],
  ])('say what is wrong with %j', async (args, expected, why) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(why);
  });

  it('end with code 64 and the usage when they are not understood', async () => {
    const { code, stdout, stderr } = await run(['platform', 'dance']);
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).toMatch(/^There is no command "platform dance"\.\n\nUsage: /);
  });

  it('end with code 69 and one sentence when they cannot be carried out', async () => {
    const { code, stderr } = await run(['platform', 'approve', 'nobody']);
    expect([code, stderr]).toEqual([69, 'There is no such platform: see platform list.\n']);
  });

  it('of the doctor say everything on stdout, with code 69 when something is bad', async () => {
    const { code, stdout, stderr } = await run(['doctor']);
    expect([code, stderr]).toEqual([69, '']);
    expect(stdout).toMatch(/^BAD {3}BBB_ENDPOINT is not set: [^\n]+\n$/);
  });

  it('end with code 78 and one sentence when a setting is wrong', async () => {
    const { code, stderr } = await run(['platform', 'list'], { LTI_BASE_URL: 'rooms' });
    expect(code).toBe(78);
    expect(stderr).toMatch(/^LTI_BASE_URL must be [^\n]+\.\n$/);
  });
});
