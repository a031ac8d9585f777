import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answering, bluebridge, nowhere, secret, startForTest } from './harness.ts';

const asking = ['call', 'getMeetings', '--table'];
const atTerminal = { stdin: true, stderr: true };

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'secret');
  writeFileSync(file, text);
  return file;
}

describe('endpoint and secret', () => {
  it.each([
    [{}, 'No endpoint. Set BBB_ENDPOINT'],
    [{ BBB_ENDPOINT: 'bbb.example.org', BBB_SECRET: 'x' }, 'the endpoint is not a URL'],
    [{ BBB_ENDPOINT: nowhere.BBB_ENDPOINT }, 'No secret. Set BBB_SECRET'],
    [{ BBB_ENDPOINT: nowhere.BBB_ENDPOINT, BBB_SECRET: '  ' }, 'No secret. Set BBB_SECRET'],
    [{ ...nowhere, BBB_DIALECT: 'moodle' }, 'there is no dialect "moodle"'],
  ])('of %j are not configured', async (env, words) => {
    const { code, stdout, stderr } = await bluebridge(asking, { env });
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toContain(words);
  });

  it.each(['--secret', '--shared-secret', '--secret=hidden-word', '--sharedsecret=hidden-word'])(
    'given as %s are refused without being repeated',
    async (option) => {
      const { sent, transport } = answering('');
      const { code, stderr } = await bluebridge([...asking, option, 'hidden-word'], {
        env: nowhere,
        transport,
      });
      expect(code).toBe(2);
      expect(stderr).toContain('A secret is not taken from the command line');
      expect(stderr).not.toContain('hidden-word');
      expect(sent).toEqual([]);
    },
  );

  it('come from options and a file before the environment', async () => {
    const { simulator } = await startForTest();
    const { code, stdout } = await bluebridge(
      [...asking, '--endpoint', simulator.endpoint, '--secret-file', fileWith(`${secret}\n`)],
      { env: nowhere },
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No meetings.\n' });
  });

  it.each([
    ['/nowhere/at/all', 'cannot be read'],
    ['', 'is empty'],
  ])('in the file %j are not configured', async (name, words) => {
    const file = name === '' ? fileWith(' \n') : name;
    const { code, stderr } = await bluebridge([...asking, '--secret-file', file], { env: nowhere });
    expect(code).toBe(78);
    expect(stderr).toContain(words);
  });

  it('may be typed unseen in a terminal', async () => {
    const { simulator } = await startForTest();
    const ended = await bluebridge(asking, {
      env: { BBB_ENDPOINT: simulator.endpoint },
      isTTY: atTerminal,
      stdin: `${secret}\n`,
    });
    expect(ended).toEqual({ code: 0, stdout: 'No meetings.\n', stderr: 'Secret (not shown): \n' });
  });

  it.each([
    ['an empty line', '\n', 78],
    ['Ctrl-D', '\u0004', 78],
    ['Ctrl-C', '\u0003', 130],
  ])('end the program when %s is typed', async (_name, stdin, code) => {
    const { BBB_ENDPOINT } = nowhere;
    const ended = await bluebridge(asking, { env: { BBB_ENDPOINT }, isTTY: atTerminal, stdin });
    expect(ended).toMatchObject({ code, stdout: '' });
  });
});
