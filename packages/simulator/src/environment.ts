import { SimulatorError } from './simulator-error.ts';
import type { SimulatorOptions } from './start-simulator.ts';

const defaultPort = 8090;

/**
 * Reads the options of a simulator that runs on its own. Errors: SimulatorError
 * `invalid_environment`, naming the variable and what to do.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): SimulatorOptions {
  const secret = environment['SIMULATOR_SECRET'] ?? '';
  if (secret === '') {
    throw new SimulatorError(
      'invalid_environment',
      'SIMULATOR_SECRET is not set. Set it to the secret that your site signs its calls with.',
    );
  }
  const port = wholeNumber(environment, 'SIMULATOR_PORT', 65_535) ?? defaultPort;
  const processingDelayMs = wholeNumber(
    environment,
    'SIMULATOR_PROCESSING_DELAY_MS',
    Number.MAX_SAFE_INTEGER,
  );
  return { secret, port, ...(processingDelayMs === undefined ? {} : { processingDelayMs }) };
}

function wholeNumber(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  largest: number,
): number | undefined {
  const text = environment[name] ?? '';
  if (text === '') return undefined;
  const value = Number(text);
  if (/^\d+$/u.test(text) && value <= largest) return value;
  throw new SimulatorError(
    'invalid_environment',
    `${name} is "${text}". Set it to a whole number from 0 to ${largest}, or leave it out.`,
  );
}
