/** How far a launch got, for the log: names of the checks it passed, in order. */
export class LaunchTrace {
  readonly #passed: string[] = [];

  /** Runs one check; its name is kept only when it does not throw. */
  async step<T>(name: string, check: () => T | Promise<T>): Promise<T> {
    const result = await check();
    this.#passed.push(name);
    return result;
  }

  get passed(): readonly string[] {
    return this.#passed;
  }
}
