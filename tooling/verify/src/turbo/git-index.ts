import { spawnSync } from 'node:child_process';

/**
 * Tells whether turbo can reuse results in this folder: it takes the list of files from git's
 * index, and without one it reads everything, build results included.
 */
export function isCacheable(root: string): boolean {
  const git = spawnSync('git', ['ls-files', '--', 'package.json'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 && git.stdout.trim() !== '';
}
