import { StorageError } from '../storage-error.ts';

/**
 * Answers the parameters of a query. Throws a StorageError `text_unstorable` for a text with a
 * null character: PostgreSQL keeps none, and what one database refuses the other does too.
 */
export function storable<T>(parameters: readonly T[]): readonly T[] {
  if (parameters.some((value) => typeof value === 'string' && value.includes('\0'))) {
    throw new StorageError('text_unstorable', 'a text holds a null character');
  }
  return parameters;
}
