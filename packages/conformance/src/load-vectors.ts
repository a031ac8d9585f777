import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Kinds of vectors, each a folder under `vectors/` with a schema of the same name. */
export const vectorKinds = [
  'signing',
  'request',
  'validation',
  'reply',
  'hostile',
  'join-plan',
  'callbacks',
  'post',
  'dialect',
  'status-policy',
  'end-plan',
  'seat-ledger',
  'recordings-sync',
  'recording-view',
  'room-to-create',
  'room-settings',
] as const;

export type VectorKind = (typeof vectorKinds)[number];

/** One scenario: what is given, and the outcome it must have, kind of outcome included. */
export interface Vector {
  readonly id: string;
  readonly comment: string;
  readonly flags?: readonly string[];
  // oxlint-disable-next-line typescript/no-explicit-any -- the schema of the kind vouches for it
  readonly given: any;
  // oxlint-disable-next-line typescript/no-explicit-any -- the schema of the kind vouches for it
  readonly expect: any;
}

const root = join(import.meta.dirname, '..');

/** Reads every vector of a kind, in the order of their names. Throws for one that breaks its schema. */
export function loadVectors(kind: VectorKind): readonly Vector[] {
  const schema = z.fromJSONSchema(
    JSON.parse(readFileSync(join(root, 'schemas', `${kind}.schema.json`), 'utf8')),
  );
  const folder = join(root, 'vectors', kind);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const vector: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const checked = schema.safeParse(vector);
      if (!checked.success) throw new Error(`${kind}/${file}: ${z.prettifyError(checked.error)}`);
      const { id } = vector as Vector;
      if (`${id}.json` !== `${kind}/${file}`) throw new Error(`${kind}/${file} has the id ${id}`);
      return vector as Vector;
    });
}
