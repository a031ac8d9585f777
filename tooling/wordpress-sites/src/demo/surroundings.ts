import { join } from 'node:path';
import { root } from '../folders.ts';
import { run } from '../run.ts';

/** What a WordPress with the plugin needs of PHP. */
const extensions = ['pdo_sqlite', 'mysqli', 'mbstring', 'dom', 'xmlreader', 'tokenizer'];
const oldest = 80_100;

/** Tells what this machine lacks to serve a WordPress by itself; undefined when nothing. */
export async function whatPhpLacks(): Promise<string | undefined> {
  const names = extensions.map((name) => `'${name}'`).join(',');
  const code = `echo json_encode([PHP_VERSION_ID, array_values(array_filter([${names}], fn ($name) => !extension_loaded($name)))]);`;
  const answer = await run('php', ['-n', '-r', 'echo 1;'])
    .then(() => run('php', ['-r', code]))
    .catch(() => undefined);
  if (answer === undefined) return 'PHP was not found on this computer.';
  const [version, missing] = JSON.parse(answer) as [number, readonly string[]];
  if (version < oldest) return 'The PHP of this computer is older than 8.1.';
  if (missing.length === 0) return undefined;
  return `The PHP of this computer lacks: ${missing.join(', ')}.`;
}

/** Builds what the plugin is made of; nothing happens where nothing has changed. */
export async function buildPlugin(): Promise<void> {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const tasks = ['build', 'build:languages', 'build:php'];
  const quiet = ['--output-logs=errors-only', '--no-update-notifier'];
  await run(turbo, ['run', ...tasks, '--filter=@bluebridge/wordpress', ...quiet], { cwd: root });
}
