import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Does what a button of the meeting page does. */
export type Actor = (action: string, details: unknown) => Promise<void>;

export interface SimulatorProcess {
  /** Signs a call, such as a `join` that a browser is to open. */
  sign: (name: string, params: Record<string, string>) => string;
  /** Makes a signed call. */
  call: (name: string, params: Record<string, string>) => Promise<Response>;
  /** Joins and keeps the meeting page open without a browser; gives what its buttons do. */
  attend: (params: Record<string, string>) => Promise<Actor>;
  stop: () => Promise<void>;
}

/** Starts the simulator on its own and waits for its address. */
export async function startSimulatorProcess(): Promise<SimulatorProcess> {
  const secret = randomUUID();
  const child = spawn(
    process.execPath,
    ['--conditions=@bluebridge/source', 'packages/simulator/src/main.ts'],
    {
      cwd: REPOSITORY,
      env: { ...process.env, SIMULATOR_SECRET: secret, SIMULATOR_PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => (said += `${line}\n`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^Simulator: (\S+)/u.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`The simulator stopped. It said:\n${said}`)));
  });
  const sign = (name: string, params: Record<string, string>): string => {
    const query = new URLSearchParams(params).toString();
    const checksum = createHash('sha256').update(`${name}${query}${secret}`).digest('hex');
    return `${url}bigbluebutton/api/${name}?${query}&checksum=${checksum}`;
  };
  const closing = new AbortController();
  return {
    sign,
    call: (name, params) => fetch(sign(name, params)),
    async attend(params) {
      const joined = await fetch(sign('join', params), { redirect: 'manual' });
      const act = actions(joined.headers.get('location') ?? '', closing.signal);
      const { body } = await act('live', {});
      // The open stream is what keeps the person there.
      body?.pipeTo(new WritableStream()).catch(() => {});
      return async (action, details) => void (await act(action, details));
    },
    async stop() {
      closing.abort();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

function actions(page: string, signal: AbortSignal) {
  const token = new URL(page).searchParams.get('sessionToken') ?? '';
  const headers = { 'content-type': 'application/json', 'x-session-token': token };
  return async (action: string, details: unknown): Promise<Response> => {
    const body = JSON.stringify(details);
    const answer = await fetch(new URL(action, page), { method: 'POST', headers, body, signal });
    if (!answer.ok) throw new Error(`${action} was refused: ${await answer.text()}`);
    return answer;
  };
}
