// Pure decisions: is a version good enough, and is there a pinned binary for this machine?

/**
 * Tells whether a version lies in a range made of `>=` and `<` comparators, such as `>=24.16 <25`.
 * @param {string} version such as `24.21.0` or `v24.21.0`
 * @param {string} range
 * @returns {boolean} false for a version that cannot be read
 */
export function satisfies(version, range) {
  const actual = parseVersion(version);
  if (actual === undefined) return false;
  return range
    .trim()
    .split(/\s+/)
    .every((comparator) => {
      const [, operator, bound] = /^(>=|<)(.+)$/.exec(comparator) ?? [];
      const limit = bound === undefined ? undefined : parseVersion(bound);
      if (limit === undefined) throw new Error(`The version range "${range}" is not understood.`);
      const order = compare(actual, limit);
      return operator === '<' ? order < 0 : order >= 0;
    });
}

/**
 * @typedef {{ platform: string, arch: string, libc: 'glibc' | 'musl' | 'none' }} Machine
 * @typedef {{ node: string, pnpm: string }} Missing the required range of each tool that is absent
 * @typedef {{ kind: 'pinned', nodePackage: string, pnpmPackage: string }
 *   | { kind: 'unsupported', sentence: string, next: string }} PlatformDecision
 */

/**
 * Decides which pinned packages carry Node and pnpm for a machine, or what to tell its owner.
 * @param {Machine} machine
 * @param {Partial<Missing>} missing
 * @returns {PlatformDecision}
 */
export function decidePlatform({ platform, arch, libc }, missing) {
  const wanted = [
    ...(missing.node === undefined ? [] : [`Node ${missing.node}`]),
    ...(missing.pnpm === undefined ? [] : [`pnpm ${missing.pnpm}`]),
  ].join(' and ');
  if (platform === 'win32') {
    return {
      kind: 'unsupported',
      sentence: 'Bluebridge does not run on Windows directly.',
      next: 'open it in WSL (https://learn.microsoft.com/windows/wsl/install) and run the same command there.',
    };
  }
  if (platform === 'linux' && libc === 'glibc' && (arch === 'x64' || arch === 'arm64')) {
    return {
      kind: 'pinned',
      nodePackage: `node-linux-${arch}`,
      pnpmPackage: `@pnpm/exe.linux-${arch}`,
    };
  }
  const brew = platform === 'darwin' ? ' (with Homebrew: brew install node@24 pnpm)' : '';
  const name =
    platform === 'linux' && libc === 'musl' ? `linux-${arch} with musl` : `${platform}-${arch}`;
  return {
    kind: 'unsupported',
    sentence: `${wanted} must be on the PATH, and there is no copy to fetch for ${name}.`,
    next: `install ${wanted}${brew}, then run the same command again.`,
  };
}

/**
 * @param {string} text
 * @returns {[number, number, number] | undefined}
 */
function parseVersion(text) {
  const match = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(text.trim());
  if (match === null) return undefined;
  return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

/**
 * @param {[number, number, number]} left
 * @param {[number, number, number]} right
 */
function compare(left, right) {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
