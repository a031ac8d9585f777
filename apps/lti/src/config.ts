import { readFileSync } from 'node:fs';
import { isBbbError, type Server, serverFrom } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import { z } from 'zod';
import { readDatabaseConfig } from './database-config.ts';
import { ConfigError, type Environment, value } from './environment.ts';
import type { CallbackChoice } from './hooks/reach.ts';
import { parseProxies, type TrustedProxies } from './http/client-address.ts';
import { parsePlatforms } from './platforms-file.ts';
import { readAuditDays } from './retention-config.ts';
import { isSafeAddress } from './safe-address.ts';
import type { EncryptionKey } from './storage/sealing/sealer.ts';
import type { PlatformSettings } from './storage/platforms.ts';

export interface Config {
  readonly host: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Undefined means the address we listen on. */
  readonly baseUrl: string | undefined;
  /** A `postgresql://` address, the path of an SQLite file, or `:memory:`. */
  readonly database: string;
  /** Undefined means a key of the SQLite file's own. */
  readonly encryptionKeys: readonly EncryptionKey[] | undefined;
  /** Platforms of the platforms file; others are in the database. */
  readonly platforms: readonly PlatformSettings[];
  /** Whether platforms may be on this machine or in a private network. */
  readonly allowPrivate: boolean;
  /** Hosts that a platform may name as its own when it registers itself. */
  readonly registrationHosts: readonly string[];
  /** What reads the metrics must know; without it there are none to read. */
  readonly metricsToken: string | undefined;
  /** Proxies whose word about the address of people is believed. */
  readonly trustedProxies: TrustedProxies;
  /** Whether the meeting server is given addresses of ours to call. */
  readonly callbacks: CallbackChoice;
  readonly server: Server;
  /** What rooms reserve where the server reserves seats. */
  readonly accountDefaults: AccountDefaults;
  /** Megabytes of the largest presentation file. */
  readonly maxDocumentMb: number;
  /** For how many days the record of what was done is kept. */
  readonly auditDays: number;
  /** Seats that the account has; undefined where nobody said. */
  readonly seats: number | undefined;
  /** How long people may stay after the planned end. */
  readonly graceMinutes: number;
}

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
    ...readDatabaseConfig(env),
    platforms: platformsFrom(value(env, 'LTI_PLATFORMS')),
    allowPrivate: yesOrNo(env, 'LTI_ALLOW_PRIVATE_ADDRESSES'),
    registrationHosts: hostsFrom(value(env, 'LTI_REGISTRATION_HOSTS')),
    metricsToken: metricsTokenFrom(value(env, 'LTI_METRICS_TOKEN')),
    trustedProxies: proxiesFrom(value(env, 'LTI_TRUSTED_PROXIES')),
    callbacks: callbacksFrom(value(env, 'LTI_CALLBACKS') ?? 'auto'),
    server: bbbServerFrom(env),
    accountDefaults: accountDefaultsFrom(env),
    maxDocumentMb: amountFrom(env, 'LTI_MAX_DOCUMENT_MB', 100) ?? 20,
    auditDays: readAuditDays(env),
    seats: amountFrom(env, 'BBB_SEATS', 100_000),
    graceMinutes: amountFrom(env, 'BBB_GRACE_MINUTES', 240, 0) ?? 5,
  };
}

function portFrom(text: string): number {
  const { data } = port.safeParse(text);
  if (data === undefined) {
    throw new ConfigError('LTI_PORT must be a number from 0 to 65535, for example 4410.');
  }
  return data;
}

/** Reads the address people reach the tool at, as far as the settings tell. Throws a ConfigError. */
export function readPublicAddress(env: Environment): string {
  const host = value(env, 'LTI_HOST') ?? '127.0.0.1';
  const number = portFrom(value(env, 'LTI_PORT') ?? '4410');
  return baseUrlFrom(value(env, 'LTI_BASE_URL'), host) ?? `http://${host}:${number}`;
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
  if (path === undefined) return [];
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

function yesOrNo(env: Environment, name: string): boolean {
  const text = value(env, name) ?? 'no';
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new ConfigError(`${name} must be yes or no.`);
}

const host = /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/;

function hostsFrom(text: string | undefined): readonly string[] {
  const hosts = (text ?? '').split(',').map((part) => part.trim());
  const named = hosts.filter((part) => part !== '');
  if (named.every((part) => host.test(part))) return named;
  throw new ConfigError(
    'LTI_REGISTRATION_HOSTS must list hosts with commas between them, for example login.example.org,sso.example.org.',
  );
}

function metricsTokenFrom(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7E]{16,}$/.test(text)) return text;
  throw new ConfigError(
    'LTI_METRICS_TOKEN must have at least 16 characters and no spaces, as "openssl rand -hex 32" prints one.',
  );
}

function proxiesFrom(text: string | undefined): TrustedProxies {
  const named = (text ?? '').split(',').map((part) => part.trim());
  const proxies = parseProxies(named.filter((part) => part !== ''));
  if (proxies) return proxies;
  throw new ConfigError(
    'LTI_TRUSTED_PROXIES must list addresses or networks with commas between them, for example 127.0.0.1,10.0.0.0/8.',
  );
}

function callbacksFrom(text: string): CallbackChoice {
  if (text === 'auto' || text === 'yes' || text === 'no') return text;
  throw new ConfigError('LTI_CALLBACKS must be auto, yes or no.');
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

function amountFrom(env: Environment, name: string, most: number, least = 1): number | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const amount = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (amount >= least && amount <= most) return amount;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, for example 60.`);
}
