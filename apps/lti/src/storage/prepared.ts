import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands for a value in a query that is built before the value is known. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Runs a query with values in the places of its placeholders; answers its rows. */
export type Prepared<V, R> = (values: V) => Promise<R[]>;

/**
 * Builds a query once and runs it with other values each time, because building one takes longer
 * than SQLite takes to answer it. For what every launch asks; `values` may only be put into places
 * where the database takes a value, so nothing in `build` may depend on what they are.
 */
export function prepared<V extends object, R>(
  db: Kysely<Schema>,
  build: (db: Kysely<Schema>, values: Readonly<V>) => Compilable<R>,
): Prepared<V, R> {
  let compiled: CompiledQuery<R> | undefined;
  return async (values) => {
    compiled ??= build(db, placeholders as V).compile();
    const filled = compiled.parameters.map((part) =>
      part instanceof Placeholder ? values[part.name as keyof V] : part,
    );
    return (await db.executeQuery<R>({ ...compiled, parameters: filled })).rows;
  };
}

/** Pretends to be any values: what a query puts into itself instead is a placeholder. */
const placeholders: object = new Proxy(
  {},
  { get: (_values, name) => new Placeholder(String(name)) },
);
