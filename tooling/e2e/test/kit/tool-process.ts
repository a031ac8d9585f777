import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const SOURCES = '--conditions=@bluebridge/source';
const run = promisify(execFile);

/** The LTI tool and a simulated meeting server, as processes of their own. */
export interface ToolProcess {
  /** The tool's address. */
  url: string;
  /** Runs a command of the tool's administrator and gives what it says. */
  command: (...words: string[]) => Promise<string>;
  /** Lets time pass for the meeting server. */
  advance: (ms: number) => Promise<void>;
  /** Lines of the tool's log so far. */
  log: readonly Readonly<Record<string, unknown>>[];
  stop: () => Promise<void>;
}

/**
 * Starts the tool next to a meeting server, with an empty database in a folder of its own.
 * `settings` are further variables of the tool's environment, `serverSettings` of the server's.
 */
export async function startTool(
  settings: Record<string, string> = {},
  serverSettings: Record<string, string> = {},
): Promise<ToolProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'bluebridge-e2e-'));
  const secret = randomUUID();
  const children: ChildProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(children.toReversed().map(ended));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const simulator = start('packages/simulator/src/main.ts', {
      SIMULATOR_SECRET: secret,
      SIMULATOR_PORT: '0',
      ...serverSettings,
    });
    children.push(simulator);
    const [, endpoint = ''] = await lineOf(simulator, /^Endpoint: +(\S+)/u);
    const advance = async (ms: number): Promise<void> => {
      const response = await fetch(new URL('/control/advance', endpoint), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ms }),
      });
      if (!response.ok) throw new Error(`The server's clock stood still: ${response.status}`);
    };
    const env = {
      LTI_PORT: '0',
      LTI_DATABASE: join(folder, 'lti.sqlite'),
      LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
      BBB_ENDPOINT: endpoint,
      BBB_SECRET: secret,
      ...settings,
    };
    const tool = start('apps/lti/src/main.ts', env);
    children.push(tool);
    const log: Record<string, unknown>[] = [];
    if (tool.stdout) {
      createInterface({ input: tool.stdout }).on('line', (line) => {
        log.push(JSON.parse(line) as Record<string, unknown>);
      });
    }
    const [, url = ''] = await lineOf(tool, /"event":"listening","url":"([^"]+)"/u);
    const command = async (...words: string[]): Promise<string> => {
      const args = [SOURCES, join(REPOSITORY, 'apps/lti/src/cli.ts'), ...words];
      const commandEnv = { ...process.env, ...env, LTI_BASE_URL: url };
      return (await run(process.execPath, args, { env: commandEnv })).stdout;
    };
    return { url, command, advance, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function start(file: string, settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [SOURCES, file], {
    cwd: REPOSITORY,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a line that tells something. Throws with what was said when the process ends first. */
function lineOf(child: ChildProcess, form: RegExp): Promise<RegExpExecArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        said += `${line}\n`;
        const found = form.exec(line);
        if (found) resolve(found);
      });
    }
    child.once('close', () => reject(new Error(`It stopped before it was ready:\n${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}
