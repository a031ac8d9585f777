import type { Kysely } from 'kysely';
import type { Events } from '../events/events.ts';
import type { Schema } from '../schema.ts';

/** How the databases spell what tables are made of. */
export interface TableWords {
  /** A whole number up to 2^53: times, counts, and 0 or 1 for flags. */
  readonly integer: string;
  /** Bytes as they are. */
  readonly bytes: string;
  /** What follows the closing bracket of `create table`. */
  readonly tableEnd: string;
}

/** One kind of database, opened: everything in which SQLite and PostgreSQL differ. */
export interface Engine {
  readonly db: Kysely<Schema>;
  readonly words: TableWords;
  /** Whether several connections compete for rows, so that a taker must skip locked ones. */
  readonly locksRows: boolean;
  readonly events: Events;
  /**
   * Waits, inside a transaction and until its end, for everybody else who asks for the same name,
   * in this process or another.
   */
  readonly waitForTurn: (step: Kysely<Schema>, name: string) => Promise<void>;
  close(): Promise<void>;
}
