import type { OffsetClock } from '../clock/clock.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { currentFormat, type SavedState, StateFile } from './state-file.ts';

const shortestPauseMs = 1_000;

export interface KeeperOptions {
  directory: string;
  tenants: Tenants;
  clock: OffsetClock;
  /** Hears in a sentence that something could not be saved. */
  onProblem: (sentence: string) => void;
}

/** Keeps the memory of a simulator in a file, at most once a second. */
export class StateKeeper {
  readonly #file: StateFile;
  readonly #options: KeeperOptions;
  /** Tenants that the file knows and this simulator does not have. */
  #others: Readonly<Record<string, unknown>> = {};
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = shortestPauseMs;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#file = new StateFile(options.directory);
  }

  /**
   * Brings back what was saved and saves every change from now on. Errors: SimulatorError
   * `data_unreadable`, `data_too_new` or `data_unwritable`.
   */
  async start(): Promise<void> {
    const saved = await this.#file.read();
    if (saved !== undefined) this.#restore(saved);
    await this.#file.write(this.#saved());
    for (const { server } of this.#options.tenants.all()) {
      server.state.observe(() => this.#noteChange());
      server.state.events.listen(() => this.#noteChange());
    }
  }

  /** Saves what there is, once more. Errors: SimulatorError `data_unwritable`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#file.write(this.#saved());
  }

  #noteChange(): void {
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#writing = this.#writing.then(() => this.#save());
    }, this.#pauseMs).unref();
  }

  async #save(): Promise<void> {
    const startedAt = performance.now();
    try {
      await this.#file.write(this.#saved());
    } catch (error) {
      this.#options.onProblem(error instanceof Error ? error.message : String(error));
    }
    // A simulator with very much to remember does not spend its time on saving it.
    this.#pauseMs = Math.max(shortestPauseMs, 10 * (performance.now() - startedAt));
  }

  #saved(): SavedState {
    const { tenants, clock } = this.#options;
    const own = tenants.all().map((tenant) => [tenant.name, tenant.snapshot()] as const);
    return {
      format: currentFormat,
      savedAt: new Date().toISOString(),
      clockOffsetMs: clock.offsetMs,
      tenants: { ...this.#others, ...Object.fromEntries(own) },
    };
  }

  #restore({ clockOffsetMs, tenants }: SavedState): void {
    this.#options.clock.advance(clockOffsetMs);
    const others: Record<string, unknown> = {};
    for (const [name, snapshot] of Object.entries(tenants)) {
      const tenant = this.#options.tenants.find(name);
      if (tenant === undefined) others[name] = snapshot;
      else this.#restoreTenant(() => tenant.restore(snapshot));
    }
    this.#others = others;
  }

  #restoreTenant(restore: () => void): void {
    try {
      restore();
    } catch (error) {
      throw this.#file.unreadable(error);
    }
  }
}
