/** Runs a journey step by step and says what came of each. */
export interface Steps {
  /** Runs one step; its result is what it gives. */
  readonly step: <T>(what: string, run: () => Promise<T>) => Promise<T>;
  /** Says something that was seen. */
  readonly note: (text: string) => void;
}

/** A step that did not work. The message says which, and why. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

/** Makes steps that say a line each. */
export function stepsThat(say: (line: string) => void): Steps {
  return {
    async step(what, run) {
      const begun = performance.now();
      try {
        const result = await run();
        say(`ok      ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
        return result;
      } catch (error) {
        // A browser's complaint goes on for many lines; the first says what was waited for.
        const [why = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
        throw new StepError(`FAILED  ${what}: ${why}`, { cause: error });
      }
    },
    note: (text) => say(`        ${text}`),
  };
}
