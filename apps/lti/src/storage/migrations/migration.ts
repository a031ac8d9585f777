import type { TableWords } from '../engines/engine.ts';

/** One step towards the newest schema. Once released it is never changed, only followed by others. */
export interface Migration {
  /** Recorded in the database: number and purpose. */
  readonly name: string;
  /** Builds its statements in the words of one database. */
  readonly statements: (words: TableWords) => readonly string[];
}
