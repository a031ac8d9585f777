import type { Clock } from '../clock.ts';
import type { Storage } from '../storage/database.ts';

/** What commands work with. */
export interface Desk {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Public address of the tool, without a slash at the end. */
  readonly baseUrl: string;
  /** For how many days the record of what was done is kept. */
  readonly auditDays: number;
  /** Writes one line for the person at the terminal. */
  readonly say: (line: string) => void;
}
