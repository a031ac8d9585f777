// PHP for a machine that has none: run as `php` is, it reads and writes the files of the machine.
import { loadNodeRuntime, useHostFilesystem } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';

const emscriptenOptions = { processId: process.pid, ENV: { ...process.env } };
const php = new PHP(await loadNodeRuntime('8.3', { emscriptenOptions }));
useHostFilesystem(php);
const { stdout, stderr, exitCode } = await php.cli(['php', ...process.argv.slice(2)]);
for await (const chunk of stdout) process.stdout.write(chunk);
for await (const chunk of stderr) process.stderr.write(chunk);
process.exit(await exitCode);
