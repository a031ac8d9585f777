import { BbbError } from '../errors/bbb-error.ts';
import { bigbluebutton } from './bigbluebutton.ts';
import type { Dialect } from './dialect.ts';
import { integration } from './integration.ts';
import { scalelite } from './scalelite.ts';

export { type Capabilities, capabilityNotes } from './capabilities.ts';
export type { Dialect } from './dialect.ts';

/** Every known dialect, by name. */
export const dialects = {
  bigbluebutton,
  integration,
  scalelite,
} as const satisfies Record<string, Dialect>;

export type DialectName = keyof typeof dialects;

/** Finds a dialect by its name. Throws `not_configured` for a name that is not known. */
export function dialectNamed(name: string): Dialect {
  if (Object.hasOwn(dialects, name)) return dialects[name as DialectName];
  const known = Object.keys(dialects).join(', ');
  throw BbbError.notConfigured(`there is no dialect "${name}"; known are ${known}`);
}
