import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Where clients from npm are installed. */
export const npmFolder = join(import.meta.dirname, '../npm');

/** Where clients from Packagist are installed. */
export const phpFolder = join(import.meta.dirname, '../php');

const needs = [
  ['php', '-r', 'exit(PHP_VERSION_ID >= 80200 && extension_loaded("curl") ? 0 : 1);'],
  ['composer', '--version', '--no-plugins'],
] as const;

/** Tells whether this machine can install and run clients written in PHP. */
export function hasComposer(): boolean {
  const env = { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' };
  return needs.every(
    ([program, ...flags]) => spawnSync(program, flags, { env, stdio: 'ignore' }).status === 0,
  );
}
