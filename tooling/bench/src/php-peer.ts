import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const cwd = join(import.meta.dirname, '../php/peers');

/** Installs the published PHP library unless it is there; nothing but a benchmark loads it. */
export function installPhpPeer(): void {
  if (existsSync(join(cwd, 'vendor'))) return;
  const flags = ['install', '--no-interaction', '--no-progress', '--no-plugins', '--no-scripts'];
  execFileSync('composer', flags, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
