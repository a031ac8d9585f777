import { z } from 'zod';

/** A BigBlueButton server of one's own, used instead of the embedded simulator. */
export interface OwnServer {
  endpoint: string;
  secret: string;
  dialect: 'bigbluebutton' | 'integration';
}

export interface DemoConfig {
  /** The wished port and whether somebody asked for exactly this one. */
  port: { number: number; exact: boolean };
  /** Absent: the embedded simulator answers. */
  ownServer?: OwnServer;
  /** What the embedded simulator is like: one server, or a hoster that reserves seats. */
  simulated: OwnServer['dialect'];
  /** Which PHP serves a WordPress with the plugin: this computer's, one that runs in Node, or none. */
  wordpress: 'php' | 'wasm' | 'no';
  /** Folder that keeps the tool's rooms between starts; absent: a temporary one. */
  dataFolder?: string;
}

/** A sentence for the person who starts the demo, and the exit code that goes with it. */
export class StartError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'StartError';
    this.exitCode = exitCode;
  }
}

/** EX_CONFIG of sysexits: the environment has to be corrected before a retry makes sense. */
const EXIT_CONFIG = 78;
const DEFAULT_PORT = 4400;

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535));
const wordpressChoice = z.enum(['php', 'wasm', 'no']);
const dialectName = z.enum(['bigbluebutton', 'integration']);

/**
 * Reads the demo's settings from environment variables: PORT, BBB_ENDPOINT, BBB_SECRET,
 * BBB_DIALECT, DEMO_WORDPRESS and DEMO_DATA. Empty ones count as unset.
 *
 * Throws a StartError (exit code 78) that names the variable and the remedy.
 */
export function readConfig(env: NodeJS.ProcessEnv): DemoConfig {
  const endpoint = env['BBB_ENDPOINT'] || undefined;
  const secret = env['BBB_SECRET'] || undefined;
  const dataFolder = env['DEMO_DATA'] || undefined;
  const dialect = readDialect(env['BBB_DIALECT'] || undefined);
  const config: DemoConfig = {
    port: readPort(env['PORT'] || undefined),
    simulated: dialect,
    wordpress: readWordPress(env['DEMO_WORDPRESS'] || undefined),
  };
  if (dataFolder !== undefined) config.dataFolder = dataFolder;
  if (endpoint !== undefined && secret !== undefined) {
    config.ownServer = { endpoint, secret, dialect };
  } else if (endpoint !== undefined || secret !== undefined) {
    const [given, missing] =
      secret === undefined ? ['BBB_ENDPOINT', 'BBB_SECRET'] : ['BBB_SECRET', 'BBB_ENDPOINT'];
    throw new StartError(
      `${given} is set but ${missing} is not. Set both to use your own server, or neither to use the built-in simulator.`,
      EXIT_CONFIG,
    );
  }
  return config;
}

function readPort(value: string | undefined): DemoConfig['port'] {
  if (value === undefined) return { number: DEFAULT_PORT, exact: false };
  const parsed = portNumber.safeParse(value);
  if (parsed.success) return { number: parsed.data, exact: true };
  throw new StartError(
    'PORT must be a number from 0 to 65535, for example PORT=4400.',
    EXIT_CONFIG,
  );
}

function readDialect(value: string | undefined): OwnServer['dialect'] {
  const parsed = dialectName.safeParse(value ?? 'bigbluebutton');
  if (parsed.success) return parsed.data;
  throw new StartError(
    'BBB_DIALECT must be "bigbluebutton" or "integration". Leave it unset for a BigBlueButton server.',
    EXIT_CONFIG,
  );
}

function readWordPress(value: string | undefined): DemoConfig['wordpress'] {
  const parsed = wordpressChoice.safeParse(value ?? 'php');
  if (parsed.success) return parsed.data;
  throw new StartError(
    'DEMO_WORDPRESS must be "php", "wasm" or "no". Leave it unset to use the PHP of this computer.',
    EXIT_CONFIG,
  );
}
