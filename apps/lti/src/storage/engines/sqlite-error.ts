import { StorageError } from '../storage-error.ts';

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const reasons: ReadonlyMap<unknown, string> = new Map([
  [5, 'the file is in use by another program'],
  [6, 'the file is in use by another program'],
  [8, 'the file may only be read'],
  [10, 'the file could not be read or written'],
  [11, 'the file is damaged'],
  [13, 'the disk is full'],
  [14, 'the file cannot be opened'],
  [26, 'the file is not an SQLite database'],
]);

/** Answers the storage's own error for what SQLite throws when the file is in trouble. */
export function sqliteErrorFrom(error: unknown): StorageError | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  // The lower byte is the reason, the rest says more about it.
  const words = reasons.get(Number(error.errcode) & 0xff);
  return words === undefined
    ? undefined
    : new StorageError('database_unusable', words, { cause: error });
}
