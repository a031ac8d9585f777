/** Something that was started and has to be stopped again. */
export interface Started {
  /** Stops it in order. */
  stop(): Promise<void>;
  /** Stops it at once, for a process that is about to end; needed only if it would outlive it. */
  abandon?(): void;
}

export interface Cleanup {
  add(started: Started): void;
  /** Stops everything, last started first. Later calls wait for the same end. */
  run(): Promise<void>;
  abandon(): void;
}

/** Creates the list of what to stop. Whatever is added after the end is stopped right away. */
export function createCleanup(): Cleanup {
  const running: Started[] = [];
  let end: Promise<void> | undefined;

  const stopAll = async (): Promise<void> => {
    let last: Started | undefined;
    while ((last = running.at(-1)) !== undefined) {
      await last.stop();
      running.splice(running.indexOf(last), 1);
    }
  };

  return {
    add(started) {
      running.push(started);
      if (end !== undefined) end = end.then(stopAll);
    },
    run() {
      end ??= stopAll();
      return end;
    },
    abandon() {
      for (const started of running.toReversed()) started.abandon?.();
    },
  };
}
