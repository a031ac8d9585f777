import { describe, expect, it } from 'vitest';
import { decidePlatform, satisfies } from '../../../bootstrap/requirements.mjs';

describe('a version range', () => {
  it.each([
    ['24.16.0', true],
    ['v24.21.0', true],
    ['24.15.9', false],
    ['25.0.0', false],
    ['20.20.2', false],
    ['24.16.0-rc.1', true],
    ['', false],
    ['not a version', false],
  ])('>=24.16 <25 judges "%s" as %s', (version, good) => {
    expect(satisfies(version, '>=24.16 <25')).toBe(good);
  });

  it('with one bound has no other end', () => {
    expect(satisfies('13.0.0', '>=12')).toBe(true);
    expect(satisfies('11.28.0\n', '>=12')).toBe(false);
  });

  it('in an unknown notation is a mistake in package.json, not a mismatch', () => {
    expect(() => satisfies('24.16.0', '^24')).toThrow('"^24" is not understood');
  });
});

describe('the platform decision', () => {
  const missing = { node: '>=24.16 <25', pnpm: '>=12' };

  it.each(['x64', 'arm64'])('has pinned copies for linux %s with glibc', (arch) => {
    expect(decidePlatform({ platform: 'linux', arch, libc: 'glibc' }, missing)).toEqual({
      kind: 'pinned',
      nodePackage: `node-linux-${arch}`,
      pnpmPackage: `@pnpm/exe.linux-${arch}`,
    });
  });

  it('tells a Mac which versions to install, with the command', () => {
    const decision = decidePlatform({ platform: 'darwin', arch: 'arm64', libc: 'none' }, missing);
    expect(decision).toMatchObject({
      kind: 'unsupported',
      sentence: expect.stringContaining('Node >=24.16 <25 and pnpm >=12'),
      next: expect.stringContaining('brew install node@24 pnpm'),
    });
  });

  it('sends Windows to WSL', () => {
    const decision = decidePlatform({ platform: 'win32', arch: 'x64', libc: 'none' }, missing);
    expect(decision).toMatchObject({ kind: 'unsupported', next: expect.stringContaining('WSL') });
  });

  it.each([
    ['x64', 'musl', 'linux-x64 with musl'],
    ['riscv64', 'glibc', 'linux-riscv64'],
  ] as const)('names linux %s with %s as unsupported', (arch, libc, name) => {
    const decision = decidePlatform({ platform: 'linux', arch, libc }, missing);
    expect(decision).toMatchObject({
      kind: 'unsupported',
      sentence: expect.stringContaining(name),
    });
  });

  it('names only the tool that is missing', () => {
    const machine = { platform: 'darwin', arch: 'arm64', libc: 'none' } as const;
    const decision = decidePlatform(machine, { pnpm: '>=12' });
    expect(decision).toMatchObject({ sentence: expect.stringMatching(/^pnpm >=12 must/) });
  });
});
