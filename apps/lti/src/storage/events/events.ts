import { StorageError } from '../storage-error.ts';

/** What somebody who waits for events is told. Neither function may throw. */
export interface Listener {
  heard(payload: string): void;
  /** Events may have been lost while the database was away: time to read everything again. */
  missed?(): void;
}

/**
 * Short notes between the processes of one database. They wake and hint; what matters is in the
 * tables, because a note reaches only those who listen at that moment.
 */
export interface Events {
  /**
   * Tells every listener of a topic, in all processes, this one included. Throws a StorageError
   * `event_too_large` for a payload of more than 7,500 bytes.
   */
  publish(topic: string, payload: string): Promise<void>;
  /** Starts to listen, and answers how to stop. */
  subscribe(topic: string, listener: Listener): () => void;
}

/** PostgreSQL carries less than 8,000 bytes, the topic included; the same limit for all. */
export const mostPayloadBytes = 7500;

/** Refuses a payload that PostgreSQL would not carry. */
export function requireSmall(payload: string): void {
  if (Buffer.byteLength(payload) <= mostPayloadBytes) return;
  throw new StorageError('event_too_large', `an event has more than ${mostPayloadBytes} bytes`);
}
