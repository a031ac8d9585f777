import { setImmediate } from 'node:timers';

interface Group {
  readonly committed: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Lets writes that come within one turn of the event loop share a transaction. */
export class GroupCommit {
  readonly #run: (sql: string) => void;
  #group: Group | undefined;

  constructor(run: (sql: string) => void) {
    this.#run = run;
  }

  /** Joins a write that follows at once; what it answers resolves when the write is on the disk. */
  join(): Promise<void> {
    if (this.#group) return this.#group.committed;
    this.#run('begin immediate');
    const { promise: committed, resolve, reject } = Promise.withResolvers<void>();
    // Whoever joined hears of a failure; nobody may have by then.
    committed.catch(() => {});
    this.#group = { committed, resolve, reject };
    setImmediate(() => this.commit());
    return committed;
  }

  /** Commits what has come so far, if anything has. */
  commit(): void {
    const group = this.#group;
    if (!group) return;
    this.#group = undefined;
    try {
      this.#run('commit');
      group.resolve();
    } catch (error) {
      group.reject(error);
      this.#undo();
    }
  }

  #undo(): void {
    try {
      this.#run('rollback');
    } catch {
      // SQLite has undone it already.
    }
  }
}
