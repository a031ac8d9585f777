import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 20_000;

/**
 * Asks the tool's command line for an address at which an administrator comes in, once. `env` is
 * added to this process's environment; undefined removes a variable.
 */
export async function askForEntrance(
  script: string,
  env: Record<string, string | undefined>,
): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--conditions=@bluebridge/source', script, 'admin', 'invite'],
    { env: { ...process.env, ...env }, timeout: TIMEOUT_MS },
  );
  const [address = ''] = stdout.split('\n');
  if (URL.canParse(address)) return address;
  throw new Error('the command line of the tool printed no address');
}
