import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phpFolder, hasComposer, npmFolder } from './folders.ts';

/** Installs the clients at their exact versions, without their scripts, unless they are there. */
export default function install(): void {
  provide(npmFolder, 'package-lock.json', 'node_modules', [
    'npm',
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]);
  if (!hasComposer()) return;
  provide(phpFolder, 'composer.json', 'vendor', [
    'composer',
    'update',
    '--no-interaction',
    '--no-plugins',
    '--no-scripts',
    '--no-progress',
    '--quiet',
  ]);
}

/** Runs a package manager when what it installed is not what the manifest asks for. */
function provide(
  folder: string,
  manifest: string,
  target: string,
  [program = '', ...flags]: readonly string[],
): void {
  const stamp = join(folder, target, '.installed-from');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, manifest)))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(join(folder, target), { recursive: true, force: true });
  execFileSync(program, flags, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' },
  });
  writeFileSync(stamp, wanted);
}
