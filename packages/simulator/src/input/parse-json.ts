import { InputError } from './input-error.ts';
import type { Reader } from './readers.ts';

/** Parses a text as JSON of a given shape. Errors: InputError. */
export function parseJson<T>(json: string, reader: Reader<T, unknown>): T {
  return reader(parsed(json), '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InputError('', 'cannot be read');
  }
}
