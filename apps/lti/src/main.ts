/** Runs the tool as a process: settings from the environment, JSON lines on stdout. */
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './environment.ts';
import { jsonLog } from './log.ts';
import { startTool } from './start.ts';

/** Exit code for settings that cannot work, as in sysexits.h. */
const configurationError = 78;

const log = jsonLog((line) => process.stdout.write(line), systemClock);

try {
  const tool = await startTool(readConfig(process.env), log);
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      void tool.close().finally(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(configurationError);
}
