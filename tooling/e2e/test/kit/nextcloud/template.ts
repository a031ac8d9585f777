import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a template is given by Nextcloud: its functions, its words in English, and its values. */
const surroundings = `
namespace OCP { class Util { static function __callStatic($name, $arguments) {} } }
namespace {
  function p($text) { echo htmlspecialchars((string) $text, ENT_QUOTES); }
  $l = new class { function t(string $text, array $values = []): string { return vsprintf($text, $values); }
    function n(string $one, string $many, int $count): string { return str_replace('%n', (string) $count, $count === 1 ? $one : $many); } };
  $_ = json_decode($argv[2], true);
  require $argv[1];
}`;

/** Renders one of the app's templates by PHP. */
export async function renderTemplate(
  name: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  const file = fileURLToPath(
    new URL(`../../../../../apps/nextcloud/templates/${name}.php`, import.meta.url),
  );
  const { stdout } = await run('php', ['-r', surroundings, '--', file, JSON.stringify(values)]);
  return stdout;
}
