import { readFileSync } from 'node:fs';
import { didYouMean } from '../input/did-you-mean.ts';
import { InputError } from '../input/input-error.ts';
import { parseJson } from '../input/parse-json.ts';
import { flag, listOf, object, type Reader, text, wholeNumber } from '../input/readers.ts';
import type { SimulatorOptions } from '../options.ts';
import { SimulatorError } from '../simulator-error.ts';
import { serverShape } from './server-options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const defaultPort = 8090;
const readTenants = object({ tenants: listOf(object({ name: text(), ...serverShape })) });

/**
 * Reads the options of a simulator from environment variables; the README lists them. Errors:
 * SimulatorError `invalid_environment`, naming the variable and what to do.
 */
export function readEnvironment(environment: Environment): SimulatorOptions {
  const variables = new Variables(environment);
  const secret = variables.text('SIMULATOR_SECRET');
  const options = {
    port: variables.number('SIMULATOR_PORT', 65_535) ?? defaultPort,
    ...present({
      host: variables.text('SIMULATOR_HOST'),
      profile: variables.choice('SIMULATOR_PROFILE', serverShape.profile),
      moreSecrets: variables.list('SIMULATOR_MORE_SECRETS', serverShape.moreSecrets),
      hashAlgorithms: variables.list('SIMULATOR_HASH_ALGORITHMS', serverShape.hashAlgorithms),
      signedQuery: variables.choice('SIMULATOR_SIGNED_QUERY', serverShape.signedQuery),
      processingDelayMs: variables.number('SIMULATOR_PROCESSING_DELAY_MS'),
      allowOutbound: variables.flag('SIMULATOR_ALLOW_OUTBOUND'),
      meetings: variables.json('SIMULATOR_MEETINGS', serverShape.meetings),
      recordings: variables.json('SIMULATOR_RECORDINGS', serverShape.recordings),
      webhooks: variables.json('SIMULATOR_WEBHOOKS', serverShape.webhooks),
      seats: variables.json('SIMULATOR_SEATS', serverShape.seats),
      balancer: variables.json('SIMULATOR_BALANCER', serverShape.balancer),
      joinHost: variables.text('SIMULATOR_JOIN_HOST'),
      dataDirectory: variables.text('SIMULATOR_DATA'),
      tenants: variables.file('SIMULATOR_TENANTS', readTenants)?.tenants,
    }),
  };
  variables.refuseUnknown();
  if (secret !== undefined) return { secret, ...options };
  const advice = 'Set it to the secret that your site signs its calls with.';
  throw invalid(`SIMULATOR_SECRET is not set. ${advice}`);
}

/** Environment variables; an empty one counts as not set. */
class Variables {
  readonly #environment: Environment;
  readonly #known = new Set<string>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string | undefined {
    this.#known.add(name);
    const value = this.#environment[name];
    return value === '' ? undefined : value;
  }

  /** Refuses variables that look like ours and that nobody has asked for: a slip of the finger. */
  refuseUnknown(): void {
    for (const [name, value] of Object.entries(this.#environment)) {
      if (!name.startsWith('SIMULATOR_') || this.#known.has(name) || (value ?? '') === '') continue;
      throw invalid(`${name} is no variable of the simulator${didYouMean(name, this.#known)}.`);
    }
  }

  number(name: string, max = Number.MAX_SAFE_INTEGER): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = /^\d+$/u.test(value) ? Number(value) : undefined;
    return this.#checked(name, number, wholeNumber({ max }));
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const isTrue = value === 'true' ? true : undefined;
    return this.#checked(name, value === 'false' ? false : isTrue, flag);
  }

  choice<T>(name: string, reader: Reader<T, unknown>): T | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : this.#checked(name, value, reader);
  }

  /** A list with commas between its items. */
  list<T>(name: string, reader: Reader<T, unknown>): T | undefined {
    const items = this.text(name)?.split(',');
    if (items === undefined) return undefined;
    return this.#checked(
      name,
      items.map((item) => item.trim()),
      reader,
    );
  }

  json<T>(name: string, reader: Reader<T, unknown>): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    try {
      return parseJson(value, reader);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw invalid(`${name} holds JSON with a mistake: ${error.message}`);
    }
  }

  /** The content of a JSON file whose path the variable holds. */
  file<T>(name: string, reader: Reader<T, unknown>): T | undefined {
    const path = this.text(name);
    if (path === undefined) return undefined;
    try {
      return parseJson(readFileSync(path, 'utf8'), reader);
    } catch (error) {
      if (error instanceof InputError) {
        throw invalid(`${name} names ${path}, which has a mistake: ${error.message}`);
      }
      const why = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      throw invalid(`${name} names ${path}, which cannot be read (${why}).`);
    }
  }

  #checked<T>(name: string, value: unknown, reader: Reader<T, unknown>): T {
    try {
      return reader(value, name);
    } catch (error) {
      if (error instanceof InputError) throw invalid(error.message);
      throw error;
    }
  }
}

function present<T extends Record<string, unknown>>(
  values: T,
): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

function invalid(message: string): SimulatorError {
  return new SimulatorError('invalid_environment', message);
}
