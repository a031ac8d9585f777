import { InputError } from './input-error.ts';

/** Turns one value of JSON into what it means. Errors: InputError, naming its path. */
export interface Reader<T, Input = T> {
  (value: unknown, path: string): T;
  /** What TypeScript lets a caller write; never there at run time. */
  readonly accepts?: Input;
}

type AnyReader = Reader<unknown, unknown>;

/** What a reader gives. */
export type Read<R> = R extends Reader<infer T, infer _Input> ? T : never;

/** What may be handed to a reader. */
export type Accepted<R> = R extends Reader<infer _T, infer Input> ? Input : never;

type OptionalNames<Shape> = {
  [Name in keyof Shape]: undefined extends Accepted<Shape[Name]> ? Name : never;
}[keyof Shape];

type ObjectInput<Shape> = {
  readonly [Name in Exclude<keyof Shape, OptionalNames<Shape>>]: Accepted<Shape[Name]>;
} & {
  readonly [Name in OptionalNames<Shape>]?: Accepted<Shape[Name]>;
};

type PossiblyAbsent<Shape> = {
  [Name in keyof Shape]: undefined extends Read<Shape[Name]> ? Name : never;
}[keyof Shape];

type ObjectOutput<Shape> = {
  readonly [Name in Exclude<keyof Shape, PossiblyAbsent<Shape>>]: Read<Shape[Name]>;
} & {
  readonly [Name in PossiblyAbsent<Shape>]?: Exclude<Read<Shape[Name]>, undefined>;
};

/** Reads a string with a length between two bounds. */
export function text({ min = 0, max = 10_000 } = {}): Reader<string> {
  return (value, path) => {
    if (typeof value === 'string' && value.length >= min && value.length <= max) return value;
    throw new InputError(path, `must be a text of ${min} to ${max} characters`);
  };
}

/** Reads a name made of letters, digits, hyphens and underscores. */
export const word: Reader<string> = (value, path) => {
  if (typeof value === 'string' && /^[\w-]{1,100}$/u.test(value)) return value;
  throw new InputError(path, 'must be a name of letters, digits, hyphens and underscores');
};

/** Reads a whole number between two bounds. */
export function wholeNumber({ min = 0, max = Number.MAX_SAFE_INTEGER } = {}): Reader<number> {
  return (value, path) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) {
      return value;
    }
    const limit = max === Number.MAX_SAFE_INTEGER ? `from ${min} on` : `from ${min} to ${max}`;
    throw new InputError(path, `must be a whole number ${limit}`);
  };
}

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw new InputError(path, 'must be true or false');
};

/** Reads one of a closed list of words or numbers. */
export function oneOf<const T extends string | number>(...choices: readonly T[]): Reader<T> {
  return (value, path) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw new InputError(path, `must be one of ${choices.join(', ')}`);
  };
}

/** Reads a list, each of its items alike. */
export function listOf<T, Input>(
  item: Reader<T, Input>,
  { max = 100_000 } = {},
): Reader<readonly T[], readonly Input[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new InputError(path, 'must be a list');
    if (value.length > max) throw new InputError(path, `must have at most ${max} items`);
    return value.map((one, index) => item(one, `${path}[${index}]`));
  };
}

/** Reads an object whose names are free and whose values are alike. */
export function valuesByName<T, Input>(
  reader: Reader<T, Input>,
): Reader<Readonly<Record<string, T>>, Readonly<Record<string, Input>>> {
  return (value, path) => {
    const entries = Object.entries(anObject(value, path));
    return Object.fromEntries(entries.map(([name, one]) => [name, reader(one, below(path, name))]));
  };
}

/** Reads an object whose names are free and whose values are texts. */
export const textsByName = valuesByName(text());

/** Takes a value as it is. */
export const anything: Reader<unknown> = (value) => value;

/** Lets a member be absent. */
export function optional<T, Input>(
  reader: Reader<T, Input>,
): Reader<T | undefined, Input | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path));
}

/** Gives a member a value for when it is absent. */
export function otherwise<T, Input>(
  reader: Reader<T, Input>,
  fallback: T,
): Reader<T, Input | undefined> {
  return (value, path) => (value === undefined ? fallback : reader(value, path));
}

/** Reads an object with these members; a name it does not know is an error unless it is lenient. */
export function object<const Shape extends Readonly<Record<string, AnyReader>>>(
  shape: Shape,
  strictness: 'strict' | 'lenient' = 'strict',
): Reader<ObjectOutput<Shape>, ObjectInput<Shape>> {
  return (value, path) => {
    const members = anObject(value, path);
    for (const name of Object.keys(members)) {
      if (strictness === 'lenient' || Object.hasOwn(shape, name)) continue;
      const known = Object.keys(shape).join(', ');
      throw new InputError(below(path, name), `is not known here; there are ${known}`);
    }
    const read = Object.entries(shape)
      .map(([name, reader]) => {
        const member = Object.hasOwn(members, name) ? members[name] : undefined;
        return [name, reader(member, below(path, name))] as const;
      })
      .filter(([, member]) => member !== undefined);
    return Object.fromEntries(read) as ObjectOutput<Shape>;
  };
}

/** Reads the member that says which kind of object this is. */
export function kindOf<const T extends string>(kinds: readonly T[]): Reader<T> {
  return (value, path) => oneOf(...kinds)(anObject(value, path)['kind'], below(path, 'kind'));
}

function anObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new InputError(path, 'must be an object');
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
