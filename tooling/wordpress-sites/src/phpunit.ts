/**
 * Runs the plugin's PHPUnit tests inside real WordPress sites, one after the other:
 *
 *     node --conditions=@bluebridge/source tooling/wordpress-sites/src/phpunit.ts
 *         [--only <part of a site's name>] [--from <folder of a WordPress>] [-- <arguments for PHPUnit>]
 */
import { parseArgs } from 'node:util';
import { mergeReports } from './junit.ts';
import { runMatrix } from './matrix.ts';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, from: { type: 'string' } },
  allowPositionals: true,
});
try {
  const outcomes = await runMatrix({
    only: values.only,
    from: values.from,
    phpunitArguments: positionals,
    isCi: !['', '0', 'false'].includes((process.env['CI'] ?? '').toLowerCase()),
    write: (text) => void process.stdout.write(text),
  });
  mergeReports(outcomes);
  if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
