import type { Capabilities } from './capabilities.ts';

/** A family of servers: what it differs in from its relative, as data. */
export interface Dialect extends Capabilities {
  readonly name: string;
  /** Where the differences are documented. */
  readonly source: string;
}
