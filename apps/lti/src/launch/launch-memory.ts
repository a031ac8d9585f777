import { type Clock, minute, second } from '../clock.ts';
import type { Log } from '../log.ts';
import { type LaunchTraces, mostTraces, type StoredLaunchTrace } from '../storage/launch-traces.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { LaunchTrace } from './launch-trace.ts';

/** What is kept of a launch. */
type NotedTrace = Pick<LaunchTrace, 'platformId' | 'passed' | 'failed' | 'detail'>;

/** How a login is called that was refused before there was a launch. */
const refusedLogin = '0 login';

/** Remembers how far launches got, for the pages of administrators. */
export interface LaunchMemory {
  /** Takes note of a launch that has ended; it is written down within a second. */
  note(trace: NotedTrace, outcome: string): void;
  /**
   * Takes note of a login that was refused, once a minute for each platform: anybody can send
   * logins, and they must not push out what launches left.
   */
  noteLogin(platformId: string | undefined, outcome: string): void;
  /** Lists the last launches of a platform, or of none, newest first. */
  last(platformId: string | undefined): Promise<readonly StoredLaunchTrace[]>;
  /** Writes down what has been noted. */
  flush(): Promise<void>;
}

interface Means {
  readonly traces: LaunchTraces;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Creates the memory of one process. Launches are written together, because a write for each would
 * cost a good part of the launch itself; a process that is killed loses those of a second.
 */
export function createLaunchMemory({ traces, clock, log }: Means): LaunchMemory {
  let noted = new Map<string | undefined, StoredLaunchTrace[]>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const writing = noted;
    noted = new Map();
    for (const [platformId, launches] of writing) {
      try {
        await traces.add(platformId, launches);
      } catch (error) {
        // Nobody is turned away because this could not be kept.
        const why = error instanceof StorageError ? error.code : 'internal';
        log('warn', 'launch_traces_lost', { error: why, count: launches.length });
      }
    }
  }

  const refusedAt = new Map<string | undefined, number>();

  const note: LaunchMemory['note'] = ({ platformId, passed, failed, detail }, outcome) => {
    const launches = noted.get(platformId) ?? [];
    noted.set(platformId, launches);
    launches.push({ at: clock.now(), outcome, passed, failed, detail });
    if (launches.length > mostTraces) launches.shift();
    timer ??= setTimeout(() => void flush(), second).unref();
  };

  return {
    note,
    noteLogin(platformId, outcome) {
      const now = clock.now();
      if (now - (refusedAt.get(platformId) ?? -Infinity) < minute) return;
      refusedAt.set(platformId, now);
      note({ platformId, passed: [], failed: refusedLogin, detail: {} }, outcome);
    },
    async last(platformId) {
      await flush();
      return traces.last(platformId);
    },
    flush,
  };
}
