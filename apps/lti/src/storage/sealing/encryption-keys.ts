import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StorageError } from '../storage-error.ts';
import { type EncryptionKey, encryptionKey } from './sealer.ts';

const keyLength = 32;

/**
 * Parses encryption keys: each 32 bytes in base64 (or base64url), the newest first, separated by
 * commas. Throws a StorageError `encryption_key_malformed`.
 */
export function parseEncryptionKeys(text: string): readonly EncryptionKey[] {
  return text.split(',').map((part) => {
    const trimmed = part.trim();
    const bytes = Buffer.from(trimmed, 'base64');
    if (/^[\w+/-]+={0,2}$/.test(trimmed) && bytes.length === keyLength) return encryptionKey(bytes);
    throw new StorageError(
      'encryption_key_malformed',
      'an encryption key must be 32 bytes in base64, as "openssl rand -base64 32" prints them',
    );
  });
}

/** Makes a key that nobody else knows and nothing remembers. */
export function passingKey(): EncryptionKey {
  return encryptionKey(randomBytes(keyLength));
}

/**
 * Reads the keys of a file. Where there is none yet, makes one of a single key, readable for its
 * owner only; of two processes that do so at once, both read the same. Throws a StorageError
 * `encryption_key_missing` when there is none and none may be made, `encryption_key_malformed`
 * when the file holds something else.
 */
export function readKeyFile(path: string, mayCreate: boolean): readonly EncryptionKey[] {
  const text = contentOf(path);
  if (text !== undefined) return parseEncryptionKeys(text);
  if (!mayCreate) {
    throw new StorageError(
      'encryption_key_missing',
      `the database holds secrets, and the file with their key is gone (${path})`,
    );
  }
  // Written whole under another name first: nobody may read half a key.
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyLength).toString('base64')}\n`, {
    mode: 0o600,
    flush: true,
  });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return parseEncryptionKeys(readFileSync(path, 'utf8').trim());
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    const why = error instanceof Error ? error.message : 'unknown reason';
    throw new StorageError('encryption_key_missing', why, { cause: error });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}
