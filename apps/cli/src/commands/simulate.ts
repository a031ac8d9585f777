import {
  profileNames,
  readEnvironment,
  type Simulator,
  SimulatorError,
  startSimulator,
} from '@bluebridge/simulator';
import type { ParsedArguments } from '../arguments/options.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

/** Opens nothing but the simulator on this machine, so it may be known to everybody. */
const wellKnownSecret = 'simulator-secret';

const defaultPort = '8090';

/** Which environment variable of the simulator an option stands for. */
const variables: Readonly<Record<string, string>> = {
  port: 'SIMULATOR_PORT',
  secret: 'SIMULATOR_SECRET',
  profile: 'SIMULATOR_PROFILE',
  tenants: 'SIMULATOR_TENANTS',
  data: 'SIMULATOR_DATA',
};

/** Starts a server to develop against, until Ctrl-C. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'Starts a simulated server on this machine, until Ctrl-C.',
  usage: [
    'simulate [--port <number>] [--secret <text>] [--profile <name>]',
    'simulate [--tenants <file>] [--data <directory>]',
  ],
  options: {
    port: {
      value: 'number',
      help: `Port on 127.0.0.1; 0 is any free one. Default ${defaultPort}.`,
    },
    secret: { value: 'text', help: `Secret of the simulator. Default ${wellKnownSecret}.` },
    profile: {
      value: 'name',
      choices: profileNames,
      help: 'Family of servers it behaves like. Default bigbluebutton-3.0.',
    },
    tenants: { value: 'file', help: 'JSON file with further servers, each below its own path.' },
    data: { value: 'directory', help: 'Where its memory survives a restart.' },
  },
  notes: [
    'The secret of the simulator protects nothing, so it may be an option and is printed.',
    'What is not given is taken from the environment: SIMULATOR_PORT, SIMULATOR_PROFILE and the other variables that the simulator knows.',
  ],
  examples: ['simulate', 'simulate --port 0', 'simulate --profile scalelite --data ./simulator'],
  async run(args, terminal) {
    if (args.words.length > 0) throw new UsageError('simulate takes options only.');
    const port = args.values['port'];
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
      throw new UsageError('--port must be a number from 0 to 65535.');
    }
    const started = await start(environmentFrom(args, terminal), terminal);
    if (typeof started === 'number') return started;
    const { simulator, tenants } = started;
    writeLines(terminal.stdout, howToUse(simulator, tenants));
    await ended(terminal.interrupt);
    await simulator.close();
    return exitCodes.ok;
  },
};

/** What is given on the command line counts more than the environment. */
function environmentFrom({ values }: ParsedArguments, { env }: Terminal): Terminal['env'] {
  const given = Object.entries(values).flatMap(([option, value]) => {
    const variable = variables[option];
    return variable === undefined ? [] : [[variable, value] as const];
  });
  return { SIMULATOR_SECRET: wellKnownSecret, ...env, ...Object.fromEntries(given) };
}

interface Started {
  readonly simulator: Simulator;
  /** Names of the further servers. */
  readonly tenants: readonly string[];
}

async function start(env: Terminal['env'], terminal: Terminal): Promise<Started | ExitCode> {
  const onProblem = (sentence: string) => writeLines(terminal.stderr, [sentence]);
  try {
    const options = readEnvironment(env);
    const simulator = await startSimulator({ ...options, onProblem });
    return { simulator, tenants: (options.tenants ?? []).map(({ name }) => name) };
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    writeLines(terminal.stderr, [error.message]);
    return error.code === 'address_unavailable' ? exitCodes.failed : exitCodes.notConfigured;
  }
}

function howToUse(simulator: Simulator, tenants: readonly string[]): readonly string[] {
  const { url, endpoint, secret } = simulator;
  return [
    `Simulator  ${url}/`,
    ...tenants.map((name) => `Tenant ${name}  ${simulator.tenant(name).endpoint}`),
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
