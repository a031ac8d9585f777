import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialects } from '@bluebridge/core';
import { calls, type CallSpec } from '@bluebridge/core/catalogue';
import { describe, expect, it } from 'vitest';
import { loadVectors } from '../src/load-vectors.ts';

interface Published {
  readonly documents: readonly {
    readonly id: string;
    readonly parameters: Readonly<Record<string, readonly string[]>>;
    readonly bodies: Readonly<Record<string, readonly string[]>>;
    /** Of the files a body lists. */
    readonly documentAttributes: readonly string[];
    readonly missingCalls?: readonly string[];
  }[];
  readonly contradicted: readonly { readonly call: string; readonly name: string }[];
}

const file = join(import.meta.dirname, '../data/published-parameters.json');
const { documents, contradicted } = JSON.parse(readFileSync(file, 'utf8')) as Published;
const catalogue: Readonly<Record<string, CallSpec>> = calls;

const names = documents.flatMap(({ id, parameters }) =>
  Object.entries(parameters).flatMap(([call, list]) =>
    list.map((name) => [id, call, name] as const),
  ),
);
const bodyNames = documents.flatMap(({ id, bodies }) =>
  Object.entries(bodies).flatMap(([call, list]) => list.map((name) => [id, call, name] as const)),
);

/** Everything that vectors send: `call name`, and `call body.name`. */
const sent = new Set(
  [...loadVectors('request'), ...loadVectors('dialect'), ...loadVectors('post')]
    .filter(({ expect: { outcome } }) => outcome === 'request')
    .flatMap(({ given }) => [
      ...Object.keys(given.params).map((name) => `${given.call} ${name}`),
      ...Object.keys(given.body ?? {}).map((name) => `${given.call} body.${name}`),
    ]),
);

/** Bodies as they are sent. */
const bodies = loadVectors('post').map(({ expect: { body = '' } }) => body as string);

function isFamily(call: string, name: string): boolean {
  return catalogue[call]?.prefixes?.some(({ prefix }) => prefix === name) === true;
}

describe('what the published documents name', () => {
  it.each(documents.flatMap(({ parameters }) => Object.keys(parameters)))(
    'has the call %s',
    (call) => expect(Object.keys(calls)).toContain(call),
  );

  it.each(names)('%s: %s has %s', (_document, call, name) => {
    if (isFamily(call, name)) return;
    expect(Object.keys(catalogue[call]?.params ?? {})).toContain(name);
  });

  it.each(names)('%s: %s sends %s in a vector', (_document, call, name) => {
    const used = [...sent].some((entry) =>
      isFamily(call, name) ? entry.startsWith(`${call} ${name}`) : entry === `${call} ${name}`,
    );
    expect(used || catalogue[call]?.removed !== undefined).toBe(true);
  });

  it.each(bodyNames)('%s: the body of %s has %s and a vector', (_document, call, name) => {
    const body = catalogue[call]?.body;
    if (body?.kind === 'multipart') {
      expect(body.field).toBe(name);
      expect(sent).toContain(`${call} body.content`);
    } else {
      expect(body?.kind === 'modules' ? Object.keys(body.modules) : []).toContain(name);
      expect(sent).toContain(`${call} body.${name}`);
    }
  });

  it.each(documents.flatMap(({ documentAttributes }) => documentAttributes))(
    'sends the attribute %s of a document in a vector',
    (name) => {
      const attribute = new RegExp(`<document(?: \\w+="[^"]*")* ${name}="`);
      expect(bodies.some((body) => attribute.test(body))).toBe(true);
    },
  );

  it.each(contradicted)('notes in the catalogue what is contradicted: $call $name', (entry) => {
    expect(catalogue[entry.call]?.params[entry.name]?.note).toMatch(/\w/);
  });

  it('lacks on an IntegrationAPI the calls its page says it lacks', () => {
    const [, integration] = documents;
    expect(dialects.integration.missingCalls).toEqual(integration?.missingCalls);
  });
});
