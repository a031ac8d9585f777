import { readFileSync } from 'node:fs';
import { breachesOf, type Schema, type Schemas } from './schema.ts';

/** A request to the app's API. */
export interface Asked {
  readonly body: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** Values in the path, by name. */
  readonly ids: Readonly<Record<string, string>>;
}

/** What stands in for one operation. Throwing a {@link Refusal} refuses. */
export type Operation = (asked: Asked) => unknown;

export class Refusal extends Error {
  readonly status: number;
  readonly data: { code: string; message: string; violations?: readonly unknown[] };

  constructor(status: number, data: Refusal['data']) {
    super(data.message);
    this.status = status;
    this.data = data;
  }
}

interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}
type Content = { readonly 'application/json': { readonly schema: Schema } };

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Schemas };
}

const description = JSON.parse(
  readFileSync(new URL('../../../../../apps/nextcloud/openapi.json', import.meta.url), 'utf8'),
) as Description;

/** The app's API without Nextcloud: what its description says, answered by operations of a test. */
export interface Backend {
  readonly answer: (
    method: string,
    url: URL,
    body: string,
  ) => { readonly status: number; readonly data: unknown } | undefined;
  /** What differed from the description, on either side. */
  readonly breaches: readonly string[];
  /** Operations that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Makes a backend of operations by their ids; every id must be in the description. */
export function createBackend(operations: Readonly<Record<string, Operation>>): Backend {
  const { schemas } = description.components;
  const breaches: string[] = [];
  const asked: string[] = [];
  const known = Object.values(description.paths).flatMap((each) =>
    Object.values(each).map(({ operationId }) => operationId),
  );
  for (const id of Object.keys(operations)) {
    if (!known.includes(id)) breaches.push(`${id} is not described`);
  }

  function check(id: string, value: unknown, schema: Schema | undefined): void {
    if (schema)
      breaches.push(...breachesOf(value, schema, schemas).map((each) => `${id}: ${each}`));
  }

  return {
    breaches,
    asked,
    answer(method, url, body) {
      const found = find(method, url.pathname);
      if (!found) return undefined;
      const { operation, ids } = found;
      const id = operation.operationId;
      asked.push(id);
      const given = body === '' ? {} : (JSON.parse(body) as Asked['body']);
      check(`${id} is asked`, given, operation.requestBody?.content['application/json'].schema);
      try {
        const data = operations[id]?.({ body: given, query: url.searchParams, ids });
        if (operations[id] === undefined) breaches.push(`${id} has no stand-in`);
        const [answered] = Object.values(operation.responses);
        const schema = answered?.content['application/json'].schema;
        check(`${id} answers`, { ocs: { meta: {}, data } }, schema);
        return { status: 200, data };
      } catch (error) {
        if (error instanceof Refusal) return { status: error.status, data: error.data };
        throw error;
      }
    },
  };
}

function find(method: string, path: string) {
  for (const [template, operations] of Object.entries(description.paths)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const match = pattern.exec(path);
    const operation = operations[method.toLowerCase()];
    if (match && operation) return { operation, ids: { ...match.groups } };
  }
  return undefined;
}
