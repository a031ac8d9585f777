/** Runs the tool like `src/main.ts`, with a clock that is ahead by `CLOCK_AHEAD_MS`. */
import { flushCompileCache } from 'node:module';
import { readConfig } from '../../src/config.ts';
import { jsonLog } from '../../src/log.ts';
import { startTool } from '../../src/start.ts';

const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const clock = { now: () => Date.now() + ahead };
const log = jsonLog((line) => process.stdout.write(line), clock);
// Most of these processes are killed, and would leave nothing to the next one.
flushCompileCache();
await startTool(readConfig(process.env), log, clock);
