import type { TraceDetail } from '../storage/launch-traces.ts';
import { type LaunchCheck, numbered } from './launch-checks.ts';

/** How far a launch got, for the log. */
export class LaunchTrace {
  readonly #passed: string[] = [];
  #current: string | undefined;
  #detail: TraceDetail = {};
  /** The platform the launch is from, as soon as it is known. */
  platformId: string | undefined;

  /** Runs one check; it counts as passed only when it does not throw. */
  async step<T>(check: LaunchCheck, run: () => T | Promise<T>): Promise<T> {
    this.#current = numbered(check);
    const result = await run();
    this.#passed.push(this.#current);
    this.#current = undefined;
    return result;
  }

  /** Keeps facts for administrators, such as roles; never a name, an id of a person or a token. */
  about(detail: TraceDetail): void {
    this.#detail = { ...this.#detail, ...detail };
  }

  get detail(): TraceDetail {
    return this.#detail;
  }

  /** The checks that were passed, in order, with their numbers. */
  get passed(): readonly string[] {
    return this.#passed;
  }

  /** The check that failed, while there is one. */
  get failed(): string | undefined {
    return this.#current;
  }
}
