import type { Clock } from './clock.ts';
import type { DatabaseConfig } from './database-config.ts';
import { ConfigError } from './environment.ts';
import { openStorage, type Storage } from './storage/database.ts';
import { isPostgresAddress } from './storage/engines/open.ts';
import { StorageError } from './storage/storage-error.ts';

/** Opens the configured database. Throws a ConfigError that says why it cannot be used. */
export async function openDatabase(
  { database, encryptionKeys }: DatabaseConfig,
  clock: Clock,
): Promise<Storage> {
  try {
    return await openStorage(database, clock, encryptionKeys && { encryptionKeys });
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new ConfigError(sentenceFor(error, database));
  }
}

/** The address of PostgreSQL holds a password, so only a file is named. */
function sentenceFor({ code, message }: StorageError, database: string): string {
  const why = `${message} [${code}]`;
  if (code.startsWith('encryption_key')) return `LTI_ENCRYPTION_KEY cannot be used: ${why}.`;
  return isPostgresAddress(database)
    ? `DATABASE_URL cannot be used: ${why}.`
    : `LTI_DATABASE cannot be used (${database}): ${why}.`;
}
