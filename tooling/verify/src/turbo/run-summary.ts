import { z } from 'zod';

/** How one task went. */
export interface TaskOutcome {
  readonly exitCode: number;
  readonly cached: boolean;
  readonly seconds: number;
  /** Where its output is, relative to the repository; turbo keeps none of a task it never caches. */
  readonly logFile?: string;
}

const summary = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      command: z.string(),
      logFile: z.string().optional(),
      cache: z.object({ status: z.string() }),
      execution: z
        .object({
          startTime: z.number(),
          endTime: z.number(),
          exitCode: z.number().nullish(),
          error: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
});

/**
 * Reads the file that `turbo run --summarize` writes: the outcome of each task that ran or came
 * from the cache. Packages without the script are left out.
 * @throws SyntaxError or ZodError for anything else than such a file
 */
export function readRunSummary(json: string): ReadonlyMap<string, TaskOutcome> {
  const outcomes = new Map<string, TaskOutcome>();
  for (const { taskId, command, logFile, cache, execution } of summary.parse(JSON.parse(json))
    .tasks) {
    if (!execution || command === '<NONEXISTENT>') continue;
    const { startTime, endTime, error } = execution;
    // A task that was killed has an error and no exit code.
    const exitCode = execution.exitCode ?? (error ? 1 : 0);
    const seconds = (endTime - startTime) / 1000;
    const cached = cache.status === 'HIT';
    outcomes.set(taskId, { exitCode, cached, seconds, ...(logFile !== undefined && { logFile }) });
  }
  return outcomes;
}
