import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../input/input-error.ts';
import { parseJson } from '../input/parse-json.ts';
import { anything, object, text, valuesByName, wholeNumber } from '../input/readers.ts';
import { SimulatorError } from '../simulator-error.ts';

/** What a data directory holds: plain JSON, without the secrets of the servers. */
export interface SavedState {
  /** Changes when an older program could not make sense of the file. */
  format: number;
  /** When it was written, in the time of the machine. */
  savedAt: string;
  /** How far ahead the simulated clock was. */
  clockOffsetMs: number;
  /** What each server remembers, by the name of its tenant. */
  tenants: Readonly<Record<string, unknown>>;
}

/** The format this version writes. */
export const currentFormat = 1;

const readFormat = object({ format: wholeNumber({ min: 1 }) }, 'lenient');

const readSaved = object({
  format: wholeNumber({ min: 1 }),
  savedAt: text(),
  clockOffsetMs: wholeNumber(),
  tenants: valuesByName(anything),
});

/** The one file of a data directory. It is replaced as a whole or not at all. */
export class StateFile {
  readonly path: string;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    this.path = join(directory, 'simulator-state.json');
  }

  /**
   * Reads what was saved; undefined when nothing ever was. Errors: SimulatorError `data_unreadable`
   * or `data_too_new`; the file stays as it is.
   */
  async read(): Promise<SavedState | undefined> {
    const content = await this.#content();
    if (content === undefined) return undefined;
    try {
      const { format } = parseJson(content, readFormat);
      if (format > currentFormat) throw this.#tooNew(format);
      return parseJson(content, readSaved);
    } catch (error) {
      if (error instanceof InputError) throw this.unreadable(error);
      throw error;
    }
  }

  /** Replaces what was saved. Errors: SimulatorError `data_unwritable`. */
  async write(saved: SavedState): Promise<void> {
    const unfinished = `${this.path}.new`;
    try {
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(JSON.stringify(saved));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, this.path);
    } catch (cause) {
      const message = `The state cannot be written to ${this.path} (${codeOf(cause)}). Choose a directory that may be written to.`;
      throw new SimulatorError('data_unwritable', message, { cause });
    }
  }

  /** Makes the error for content that makes no sense. */
  unreadable(cause: unknown): SimulatorError {
    const message = `The state in ${this.path} cannot be read. Move the file away to start afresh; it has been left as it is.`;
    return new SimulatorError('data_unreadable', message, { cause });
  }

  #tooNew(format: number): SimulatorError {
    const message = `The state in ${this.path} was written by a newer version (format ${format}). Use that version, or choose another directory.`;
    return new SimulatorError('data_too_new', message);
  }

  async #content(): Promise<string | undefined> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw this.unreadable(cause);
    }
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
