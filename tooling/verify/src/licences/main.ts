import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { checkLicences } from './check.ts';
import { readReuse } from './reuse.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const manifest = z.object({ license: z.string().optional() });

const files = listFiles().filter((file) => existsSync(join(root, file)));
const problems = checkLicences({
  annotations: readReuse(readFileSync(join(root, 'REUSE.toml'), 'utf8')),
  files,
  manifests: new Map(
    files
      .filter((file) => /(^|\/)package\.json$/.test(file))
      .map((file) => [
        file,
        manifest.parse(JSON.parse(readFileSync(join(root, file), 'utf8'))).license,
      ]),
  ),
});

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${files.length} files are under a licence.\n`);

/** What git tracks or would add; in an archive without git, everything that is no build result. */
function listFiles(): readonly string[] {
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const output = execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.split('\0').filter(Boolean);
  } catch {
    const exclude = [
      '**/node_modules',
      '**/vendor',
      '**/dist',
      '**/reports',
      '**/.turbo',
      '.data',
      '.git',
    ];
    return globSync('**/*', { cwd: root, exclude, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  }
}
