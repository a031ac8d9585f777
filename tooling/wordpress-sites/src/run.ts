import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Flags for PHP: where pcov is installed it makes everything half as fast, also when nobody wants coverage. */
export const withoutCoverage = ['-d', 'pcov.enabled=0'];

/** What a program needs from its surroundings. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end and gives what it printed. A failure is an error that ends with what
 * the program said.
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: RunOptions = {},
): Promise<string> {
  const options = {
    env: { ...process.env, ...env },
    maxBuffer: 16 * 1024 * 1024,
    ...(cwd !== undefined && { cwd }),
  };
  try {
    const { stdout } = await promisify(execFile)(program, args, options);
    return stdout;
  } catch (error) {
    const said = Object(error) as { stdout?: string; stderr?: string };
    const output = `${said.stdout ?? ''}${said.stderr ?? ''}`.trim().slice(-4000);
    throw new Error(`${program} ${args[0] ?? ''} failed: ${output}`, { cause: error });
  }
}
