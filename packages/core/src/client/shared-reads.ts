import { BbbError } from '../errors/index.ts';

interface Running {
  readonly result: Promise<unknown>;
  readonly stop: AbortController;
  callers: number;
}

/** Reads that are under way, each shared by everybody who asks the same. */
export interface SharedReads {
  /**
   * Starts a read, or joins the one under way. A caller who aborts leaves with `timeout`; the
   * read itself stops when the last one has left.
   */
  join<T>(
    call: string,
    key: string,
    signal: AbortSignal | undefined,
    start: (stop: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** Lets nobody join the reads under way: something has changed since they began. */
  forget(): void;
}

/** Makes the list of reads under way; it begins empty. */
export function sharedReads(): SharedReads {
  const reads = new Map<string, Running>();

  function drop(key: string, running: Running): void {
    if (reads.get(key) === running) reads.delete(key);
  }

  function begin(key: string, start: (stop: AbortSignal) => Promise<unknown>): Running {
    const stop = new AbortController();
    const result = start(stop.signal).finally(() => drop(key, running));
    const running: Running = { result, stop, callers: 0 };
    reads.set(key, running);
    return running;
  }

  return {
    async join<T>(
      call: string,
      key: string,
      signal: AbortSignal | undefined,
      start: (stop: AbortSignal) => Promise<T>,
    ): Promise<T> {
      if (signal?.aborted) throw givenUp(call);
      const running = reads.get(key) ?? begin(key, start);
      running.callers++;
      const result = running.result as Promise<T>;
      // A caller without a signal never leaves.
      if (signal === undefined) return result;
      return new Promise<T>((resolve, reject) => {
        const leave = (): void => {
          reject(givenUp(call));
          if (--running.callers > 0) return;
          drop(key, running);
          running.stop.abort();
        };
        // Starting the read may itself have made the caller give up.
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        const stay = (): void => signal.removeEventListener('abort', leave);
        result.then(resolve, reject).then(stay, stay);
      });
    },
    forget: () => reads.clear(),
  };
}

function givenUp(call: string): BbbError {
  return new BbbError('timeout', `${call} was given up by its caller`, { call });
}
