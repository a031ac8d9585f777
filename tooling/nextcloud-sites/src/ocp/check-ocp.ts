import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, programs } from '../folders.ts';
import { compareTypes, type DescribedTypes } from './compare-types.ts';

/** Compares what the app's tests take for Nextcloud's public API with that of a server. */
export function checkOcp(root: string): readonly string[] {
  const names = globSync('**/*.php', { cwd: join(appFolder, 'tests/ocp') }).map(
    (file) => `OCP\\${file.replace(/\.php$/, '').replaceAll('/', '\\')}`,
  );
  return compareTypes(
    describe(names, [join(appFolder, 'vendor/autoload.php')]),
    describe(names, [join(root, '3rdparty/autoload.php'), join(root, 'lib/composer/autoload.php')]),
  );
}

function describe(names: readonly string[], autoloads: readonly string[]): DescribedTypes {
  const output = execFileSync('php', [join(programs, 'describe-types.php'), ...autoloads], {
    input: names.join('\n'),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output.toString()) as DescribedTypes;
}
