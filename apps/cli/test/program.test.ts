import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { bluebridge } from './harness.ts';

const escape = '\u001b';

describe('the program', () => {
  it('without words shows its help as an error', async () => {
    const { code, stdout, stderr } = await bluebridge([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage:');
  });

  it.each(['--help', '-h', 'help'])('explains itself on %s', async (word) => {
    const { code, stdout } = await bluebridge([word]);
    expect(code).toBe(0);
    for (const { name, summary } of commands)
      expect(stdout).toMatch(new RegExp(`${name} +${summary.slice(0, 20)}`));
    for (const exit of ['0', '1', '2', '78', '130'])
      expect(stdout).toMatch(new RegExp(`^ +${exit} `, 'm'));
  });

  it.each(commands.map(({ name }) => name))('explains %s with examples', async (name) => {
    const { code, stdout } = await bluebridge([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n  bluebridge ');
    expect(stdout).toBe((await bluebridge(['help', name])).stdout);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
  });

  it('explains a call from the catalogue', async () => {
    const { stdout } = await bluebridge(['call', 'join', '--help']);
    expect(stdout).toContain('join: Lets a participant into a meeting.');
    expect(stdout).toMatch(/role= +MODERATOR \| VIEWER, since 2\.4/);
    expect(stdout).toContain('userdata-…=');
    expect(stdout).not.toContain('configToken');
  });

  it('prints its version', async () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { version } = JSON.parse(manifest) as { version: string };
    expect((await bluebridge(['--version'])).stdout).toBe(`${version}\n`);
  });

  it('says what was meant by a mistyped command', async () => {
    const { code, stderr } = await bluebridge(['wacth']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean watch?');
  });

  it('colours only in a terminal, and never with NO_COLOR', async () => {
    const isTTY = { stdout: true, stderr: true };
    expect((await bluebridge(['--help'], { isTTY })).stdout).toContain(escape);
    expect((await bluebridge(['nonsense'], { isTTY })).stderr).toContain(escape);
    expect((await bluebridge(['--help'])).stdout).not.toContain(escape);
    const plain = await bluebridge(['--help'], { isTTY, env: { NO_COLOR: '1' } });
    expect(plain.stdout).not.toContain(escape);
  });

  it('has a document that names every command, option and exit code', () => {
    const guide = readFileSync(
      new URL('../../../docs/guides/command-line.md', import.meta.url),
      'utf8',
    );
    for (const { name, options } of commands) {
      const told = [`## ${name}`, ...Object.keys(options).map((option) => `--${option}`)];
      expect(told.filter((text) => !guide.includes(text))).toEqual([]);
    }
    for (const code of ['0', '1', '2', '78', '130']) expect(guide).toContain(`| ${code} `);
  });
});
