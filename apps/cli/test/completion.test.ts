import { spawnSync } from 'node:child_process';
import { callNames } from '../src/arguments/call-words.ts';
import { commands } from '../src/commands/index.ts';
import { describe, expect, it } from 'vitest';
import { bluebridge } from './harness.ts';

async function complete(...words: string[]): Promise<string[]> {
  const { code, stdout } = await bluebridge(['__complete', '--', ...words]);
  expect(code).toBe(0);
  return stdout === ''
    ? []
    : stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '');
}

describe('completion', () => {
  it('offers commands, and hides its own', async () => {
    const names = commands.map(({ name }) => name);
    expect(await complete('')).toEqual([...names, '--help', '--version']);
    expect(await complete('ca')).toEqual(['call']);
  });

  it('offers every call of the catalogue with its summary', async () => {
    expect(await complete('call', '')).toEqual(callNames);
    expect(await complete('sign', 'getMeetin')).toEqual(['getMeetingInfo', 'getMeetings']);
    const { stdout } = await bluebridge(['__complete', '--', 'call', 'end']);
    expect(stdout).toMatch(/^end\tAsks the server/);
  });

  it('offers parameters that were not given yet, and no removed ones', async () => {
    expect(await complete('call', 'end', '')).toEqual(['meetingID=', 'password=', 'moderatorPW=']);
    expect(await complete('call', 'end', 'meetingID=room-1', 'm')).toEqual(['moderatorPW=']);
    expect(await complete('call', 'join', 'client')).toEqual([]);
  });

  it('offers the values of choices and switches', async () => {
    expect(await complete('call', 'join', 'role=')).toEqual(['role=MODERATOR', 'role=VIEWER']);
    expect(await complete('call', 'join', 'redirect=f')).toEqual(['redirect=false']);
    expect(await complete('call', 'join', 'fullName=')).toEqual([]);
  });

  it('offers options and the values of options', async () => {
    expect(await complete('call', 'getMeetings', '--j')).toEqual(['--json']);
    expect(await complete('call', '--dialect', 'int')).toEqual(['integration']);
    expect(await complete('call', '--secret-file', '')).toEqual([]);
    expect(await complete('call', '--dialect', 'integration', 'getR')).toContain('getRecordings');
    expect(await complete('completion', 'b')).toEqual(['bash']);
    expect(await complete('verify', 'web')).toEqual(['webhook']);
  });

  it('offers nothing where nothing is known', async () => {
    expect(await complete('no-such-command', '')).toEqual([]);
    expect(await complete('call', 'no-such-call', '')).toEqual([]);
  });

  it.each(['bash', 'zsh', 'fish'])(
    'prints a script for %s that asks for candidates',
    async (shell) => {
      const { code, stdout } = await bluebridge(['completion', shell]);
      expect(code).toBe(0);
      expect(stdout).toContain('bluebridge __complete --');
    },
  );

  // Bash is there wherever the tests run; the other two are looked at as texts.
  it.each([
    [
      'zsh',
      [
        '#compdef bluebridge',
        '"${(@Q)words[2,CURRENT-1]}" "$PREFIX"',
        "compadd -S '' -a open",
        '_files',
      ],
    ],
    ['fish', ['commandline -opc', 'complete -c bluebridge -f', '__fish_complete_path']],
  ])('prints a script for %s that offers files where nothing is known', async (shell, parts) => {
    const { stdout } = await bluebridge(['completion', shell]);
    for (const part of parts) expect(stdout).toContain(part);
  });

  it('knows three shells', async () => {
    const { code, stderr } = await bluebridge(['completion', 'tcsh']);
    expect(code).toBe(2);
    expect(stderr).toContain('One of bash, zsh, fish.');
  });
});

/** Lets bash complete words with the script, with a program that answers two lines. */
async function inBash(script: string): Promise<string> {
  const { stdout } = await bluebridge(['completion', 'bash']);
  const { status, stdout: answer } = spawnSync('bash', ['-c', `${stdout}\n${script}`], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return answer;
}

const asking = 'bluebridge() { printf "role=MODERATOR\\tone\\nrole=VIEWER\\n"; echo "$@" >&3; }';

it('bash parses the script', async () => {
  const { stdout } = await bluebridge(['completion', 'bash']);
  const { status, stderr } = spawnSync('bash', ['-n'], { input: stdout, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('bash puts name=value together for the question and apart for the answer', async () => {
  const answer = await inBash(
    `${asking}
    COMP_WORDS=(bluebridge call join role = V); COMP_CWORD=5; COMP_WORDBREAKS=' ='
    _bluebridge 3>&1; printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  expect(answer.split('\n')).toEqual(['__complete -- call join role=V', 'MODERATOR', 'VIEWER', '']);
});

it('bash asks about an empty word too', async () => {
  const answer = await inBash(
    `${asking}
    COMP_WORDS=(bluebridge call join role = V ''); COMP_CWORD=6; COMP_WORDBREAKS=' ='
    _bluebridge 3>&1 | cat -A`,
  );
  expect(answer).toBe('__complete -- call join role=V $\n');
});
