import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const SETTINGS = ['PORT', 'BBB_ENDPOINT', 'BBB_SECRET', 'BBB_DIALECT', 'DEMO_DATA'];

export interface DemoProcess {
  /** The address it printed. */
  url: string;
  /** Asks it where its parts are. */
  parts: () => Promise<{ simulator: string; tool: string }>;
  /** Lets time pass for the BigBlueButton simulator. */
  advance: (ms: number) => Promise<void>;
  /** Presses Ctrl-C and waits; gives the exit code. */
  stop: () => Promise<number | null>;
}

/**
 * Starts the demo as a newcomer does, with nothing configured, and waits for its address.
 * `folder` is where it may put temporary files, if not where everybody does.
 */
export async function startDemoProcess(folder?: string): Promise<DemoProcess> {
  const env: NodeJS.ProcessEnv = { ...process.env };
  if (folder !== undefined) env['TMPDIR'] = folder;
  for (const name of SETTINGS) delete env[name];
  // It would build and install beside the journeys; it has journeys of its own.
  env['DEMO_WORDPRESS'] = 'no';
  const child = spawn(
    process.execPath,
    ['--conditions=@bluebridge/source', 'apps/demo/src/main.ts'],
    { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => (said += `${line}\n`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      const address = /^Bluebridge is running: (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`The demo stopped. It said:\n${said}`)));
  });
  const parts = async (): Promise<{ simulator: string; tool: string }> => {
    const about = (await (await fetch(`${url}/demo/about`)).json()) as {
      server: { url: string };
      tool: { url: string };
    };
    return { simulator: about.server.url, tool: about.tool.url };
  };
  return {
    url,
    parts,
    async advance(ms) {
      const { simulator } = await parts();
      const response = await fetch(`${simulator}/control/advance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ms }),
      });
      if (!response.ok) throw new Error(`The simulator's clock stood still: ${response.status}`);
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const closed = once(child, 'close');
        child.kill('SIGINT');
        await closed;
      }
      return child.exitCode;
    },
  };
}
