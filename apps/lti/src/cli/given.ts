import { parseArgs } from 'node:util';
import { UsageError } from './usage.ts';

const options = {
  name: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  'authorization-endpoint': { type: 'string' },
  'jwks-uri': { type: 'string' },
  'token-endpoint': { type: 'string' },
  deployment: { type: 'string', multiple: true },
  'frame-origin': { type: 'string', multiple: true },
  days: { type: 'string' },
  set: { type: 'string', multiple: true },
  unset: { type: 'string', multiple: true },
  role: { type: 'string', multiple: true },
  launch: { type: 'string' },
  platform: { type: 'string' },
  person: { type: 'string' },
  action: { type: 'string' },
  actor: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  csv: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

export type OptionName = keyof typeof options;

/** Options as they were given; which ones a command takes is its own affair. */
export type Given = ReturnType<typeof parseWords>['values'];

/** Takes the words of a command line apart. Throws a UsageError for options nobody knows. */
export function parseWords(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'Unknown option'}.`, {
      cause: error,
    });
  }
}
