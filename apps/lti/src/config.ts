import { readFileSync } from 'node:fs';
import { isBbbError, type Server, serverFrom } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import { z } from 'zod';
import { parsePlatforms } from './platforms-file.ts';
import { isSafeAddress } from './safe-address.ts';
import type { PlatformSettings } from './storage/platforms.ts';

export interface Config {
  readonly host: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Undefined means the address we listen on. */
  readonly baseUrl: string | undefined;
  readonly database: string;
  readonly platforms: readonly PlatformSettings[];
  readonly server: Server;
  /** What rooms reserve where the server reserves seats. */
  readonly accountDefaults: AccountDefaults;
}

/** A setting that cannot work. The message is one sentence for the administrator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);

/** Reads all settings. Throws a ConfigError that names the variable and the remedy. */
export function readConfig(env: Environment): Config {
  const host = value(env, 'LTI_HOST') ?? '127.0.0.1';
  return {
    host,
    port: portFrom(value(env, 'LTI_PORT') ?? '4410'),
    baseUrl: baseUrlFrom(value(env, 'LTI_BASE_URL'), host),
    database: value(env, 'LTI_DATABASE') ?? '.data/lti.sqlite',
    platforms: platformsFrom(value(env, 'LTI_PLATFORMS')),
    server: bbbServerFrom(env),
    accountDefaults: accountDefaultsFrom(env),
  };
}

function value(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

function portFrom(text: string): number {
  const { data } = port.safeParse(text);
  if (data === undefined) {
    throw new ConfigError('LTI_PORT must be a number from 0 to 65535, for example 4410.');
  }
  return data;
}

function baseUrlFrom(text: string | undefined, host: string): string | undefined {
  if (text === undefined) {
    if (isSafeAddress(`http://${host.includes(':') ? `[${host}]` : host}`)) return undefined;
    throw new ConfigError(
      `LTI_BASE_URL is not set: with LTI_HOST ${host}, give it the https:// address people reach this tool at.`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new ConfigError(
      'LTI_BASE_URL must be an address without a path, for example https://rooms.example.org.',
    );
  }
  if (!isSafeAddress(text)) {
    throw new ConfigError(
      'LTI_BASE_URL must start with https://, because browsers drop our cookies otherwise; only localhost may use http://.',
    );
  }
  return url.origin;
}

function platformsFrom(path: string | undefined): readonly PlatformSettings[] {
  if (path === undefined) {
    throw new ConfigError(
      'LTI_PLATFORMS is not set: give it the path of a JSON file that lists your learning platforms.',
    );
  }
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`LTI_PLATFORMS names a file that cannot be read: ${path}.`);
  }
  const { platforms, problem } = parsePlatforms(text);
  if (problem === undefined) return platforms;
  throw new ConfigError(`LTI_PLATFORMS: in ${path}, ${problem}.`);
}

function bbbServerFrom(env: Environment): Server {
  const endpoint = value(env, 'BBB_ENDPOINT');
  const secret = value(env, 'BBB_SECRET');
  if (endpoint === undefined) {
    throw new ConfigError(
      'BBB_ENDPOINT is not set: give it the address of your meeting server, for example https://bbb.example.org/bigbluebutton/.',
    );
  }
  if (secret === undefined) {
    throw new ConfigError(
      'BBB_SECRET is not set: give it the shared secret of your meeting server.',
    );
  }
  try {
    return serverFrom({ endpoint, secret, dialect: value(env, 'BBB_DIALECT') ?? 'bigbluebutton' });
  } catch (error) {
    if (!isBbbError(error)) throw error;
    const why = error.message.replace(/^\[\w+\] /, '');
    throw new ConfigError(`BBB_ENDPOINT, BBB_SECRET and BBB_DIALECT cannot be used: ${why}.`);
  }
}

function accountDefaultsFrom(env: Environment): AccountDefaults {
  const maxParticipants = amountFrom(env, 'BBB_DEFAULT_SEATS', 10_000);
  const durationMinutes = amountFrom(env, 'BBB_DEFAULT_MINUTES', 10_080);
  return {
    ...(maxParticipants !== undefined && { maxParticipants }),
    ...(durationMinutes !== undefined && { durationMinutes }),
  };
}

function amountFrom(env: Environment, name: string, most: number): number | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const amount = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (amount >= 1 && amount <= most) return amount;
  throw new ConfigError(`${name} must be a whole number from 1 to ${most}, for example 60.`);
}
