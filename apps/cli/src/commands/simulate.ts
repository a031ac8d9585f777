import { type Simulator, SimulatorError, startSimulator } from '@bluebridge/simulator';
import { exitCodes } from '../exit-codes.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

/** Opens nothing but the simulator on this machine, so it may be known to everybody. */
const wellKnownSecret = 'simulator-secret';

const defaultPort = '8090';

/** Starts a server to develop against, until Ctrl-C. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Starts a simulated server on this machine, until Ctrl-C.',
  usage: ['simulate [--port <number>] [--secret <text>]'],
  options: {
    port: {
      value: 'number',
      help: `Port on 127.0.0.1; 0 is any free one. Default ${defaultPort}.`,
    },
    secret: { value: 'text', help: `Secret of the simulator. Default ${wellKnownSecret}.` },
  },
  notes: ['The secret of the simulator protects nothing, so it may be an option and is printed.'],
  examples: ['simulate', 'simulate --port 0'],
  async run(args, terminal) {
    if (args.words.length > 0) throw new UsageError('simulate takes options only.');
    const port = args.values['port'] ?? defaultPort;
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      throw new UsageError('--port must be a number from 0 to 65535.');
    }
    const simulator = await start(Number(port), args.values['secret'] ?? wellKnownSecret, terminal);
    if (simulator === undefined) return exitCodes.failed;
    writeLines(terminal.stdout, howToUse(simulator));
    await ended(terminal.interrupt);
    await simulator.close();
    return exitCodes.ok;
  },
};

async function start(
  port: number,
  secret: string,
  terminal: Terminal,
): Promise<Simulator | undefined> {
  try {
    return await startSimulator({ port, secret });
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    writeLines(terminal.stderr, [error.message]);
    return undefined;
  }
}

function howToUse({ url, endpoint, secret }: Simulator): readonly string[] {
  return [
    `Simulator  ${url}/`,
    '',
    'In another terminal:',
    `  export BBB_ENDPOINT=${endpoint}`,
    `  export BBB_SECRET=${shellWord(secret)}`,
    '  bluebridge call create meetingID=room-1 name=Physics',
    '  bluebridge call getMeetings',
    '',
    'Ctrl-C ends it.',
  ];
}

function shellWord(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function ended(interrupt: AbortSignal): Promise<void> {
  if (interrupt.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    interrupt.addEventListener('abort', () => resolve(), { once: true });
  });
}
