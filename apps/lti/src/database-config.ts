import { ConfigError, type Environment, value } from './environment.ts';
import { isPostgresAddress } from './storage/engines/open.ts';
import { parseEncryptionKeys } from './storage/sealing/encryption-keys.ts';
import type { EncryptionKey } from './storage/sealing/sealer.ts';
import { StorageError } from './storage/storage-error.ts';

export interface DatabaseConfig {
  readonly database: string;
  readonly encryptionKeys: readonly EncryptionKey[] | undefined;
}

/** Reads where the data is and what encrypts its secrets. Throws a ConfigError. */
export function readDatabaseConfig(env: Environment): DatabaseConfig {
  const database = databaseFrom(value(env, 'DATABASE_URL'), value(env, 'LTI_DATABASE'));
  const encryptionKeys = keysFrom(value(env, 'LTI_ENCRYPTION_KEY'));
  if (encryptionKeys === undefined && isPostgresAddress(database)) {
    throw new ConfigError(
      'LTI_ENCRYPTION_KEY is not set: with DATABASE_URL, give every process the same key, as "openssl rand -base64 32" prints one.',
    );
  }
  return { database, encryptionKeys };
}

function databaseFrom(url: string | undefined, file: string | undefined): string {
  if (url === undefined) {
    if (file === undefined || !isPostgresAddress(file)) return file ?? '.data/lti.sqlite';
    throw new ConfigError(
      'LTI_DATABASE is the path of an SQLite file: give an address of PostgreSQL to DATABASE_URL.',
    );
  }
  if (file !== undefined) {
    throw new ConfigError(
      'DATABASE_URL and LTI_DATABASE are both set: keep the first for PostgreSQL or the second for SQLite.',
    );
  }
  // The address holds a password, so no complaint repeats it.
  if (isPostgresAddress(url) && URL.canParse(url)) return url;
  throw new ConfigError(
    'DATABASE_URL must be an address such as postgresql://user:password@host:5432/database, with special characters percent-encoded.',
  );
}

function keysFrom(text: string | undefined): readonly EncryptionKey[] | undefined {
  if (text === undefined) return undefined;
  try {
    return parseEncryptionKeys(text);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new ConfigError(`LTI_ENCRYPTION_KEY cannot be used: ${error.message} [${error.code}].`);
  }
}
