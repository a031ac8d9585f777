import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileName, SeedInput, SimulatorOptions } from '../../src/index.ts';

/** One scenario: a file in `scenarios/`, written from the documents its `source` names. */
export interface Scenario {
  /** Where it is, such as `create/answers-all-fields.json`. */
  readonly file: string;
  /** What the server does, as a sentence. */
  readonly title: string;
  /** The families of servers that behave alike here. */
  readonly profiles: readonly ProfileName[];
  /** Which document says so; `undecided` when none does and the stricter way was taken. */
  readonly source: string;
  readonly options?: Partial<SimulatorOptions>;
  /** What is there before. */
  readonly seed?: SeedInput;
  readonly steps: readonly Step[];
}

export interface Step {
  /**
   * Method and target exactly as they go over the wire, except for `{base}`, the path of the
   * profile in front of `/api`, `{name}`, something kept from an earlier answer, and `{checksum}`,
   * which is computed where such a kept thing is signed.
   */
  readonly request: string;
  /** The shell command that computes the checksum in the request. */
  readonly signedBy?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How often the body is written, one after the other; once unless it says otherwise. */
  readonly bodyTimes?: number;
  /** How much time passes before the request, in milliseconds. */
  readonly after?: number;
  readonly expect: Expectation;
  /** What later requests need: a name for the text of an element. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** All that is named must be so; `{host}` stands for the address of the server. */
export interface Expectation {
  readonly status: number;
  /** Regular expressions for headers, by their names in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole body. */
  readonly body?: string;
  /** Names of all elements in the order in which they begin. */
  readonly elements?: readonly string[];
  /** Texts of the first elements of these names, still escaped; null for none. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** Texts of all elements of these names. */
  readonly all?: Readonly<Record<string, readonly string[]>>;
  /** Regular expressions for the texts of the first elements of these names. */
  readonly matching?: Readonly<Record<string, string>>;
  /** The whole body as JSON. */
  readonly json?: unknown;
  /** Regular expressions for values in JSON, by their paths such as `response.tracks.0.lang`. */
  readonly jsonAt?: Readonly<Record<string, string>>;
  /** Where a redirect goes: without its query, the errors in it, and what its query is like. */
  readonly location?: {
    readonly to?: string;
    readonly errors?: readonly { readonly key: string; readonly message: string }[];
    readonly query?: Readonly<Record<string, string>>;
  };
}

const folder = join(import.meta.dirname, 'scenarios');
const names = {
  scenario: ['title', 'profiles', 'source', 'options', 'seed', 'steps'],
  step: ['request', 'signedBy', 'headers', 'body', 'bodyTimes', 'after', 'expect', 'keep'],
  expect: [
    'status',
    'headers',
    'body',
    'elements',
    'fields',
    'all',
    'matching',
    'json',
    'jsonAt',
    'location',
  ],
};

/** Reads every scenario. Errors: Error for a name it does not know, which would check nothing. */
export function readScenarios(): readonly Scenario[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const scenario = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Scenario;
      insistOnNames(file, scenario, names.scenario);
      for (const step of scenario.steps) {
        insistOnNames(file, step, names.step);
        insistOnNames(file, step.expect, names.expect);
      }
      return { ...scenario, file };
    });
}

function insistOnNames(file: string, thing: object, known: readonly string[]): void {
  const unknown = Object.keys(thing).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${file}: there is nothing called "${unknown}"`);
}
