import { expect } from 'vitest';
import type { RawAnswer } from './raw-request.ts';
import type { Expectation } from './scenario.ts';

/** Compares an answer with what a scenario says of it. */
export function checkAnswer(answer: RawAnswer, expected: Expectation, host: string): void {
  const inPlace = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll('{host}', host)) as T;
  const { status, headers, body, elements, fields, all, matching, json, jsonAt, location } =
    inPlace(expected);
  expect(answer.status, answer.body).toBe(status);
  for (const [name, pattern] of Object.entries(headers ?? {})) {
    expect(answer.headers.get(name), name).toMatch(new RegExp(pattern, 'u'));
  }
  if (body !== undefined) expect(answer.body).toBe(body);
  if (elements !== undefined) expect(elementsOf(answer)).toEqual(elements);
  for (const [name, value] of Object.entries(fields ?? {})) {
    expect([name, textsOf(answer, name)[0] ?? null], answer.body).toEqual([name, value]);
  }
  for (const [name, values] of Object.entries(all ?? {})) {
    expect([name, ...textsOf(answer, name)], answer.body).toEqual([name, ...values]);
  }
  for (const [name, pattern] of Object.entries(matching ?? {})) {
    expect(textsOf(answer, name)[0], name).toMatch(new RegExp(pattern, 'u'));
  }
  if (json !== undefined) expect(JSON.parse(answer.body)).toEqual(json);
  for (const [path, pattern] of Object.entries(jsonAt ?? {})) {
    expect(valueAt(answer, path), path).toMatch(new RegExp(pattern, 'u'));
  }
  if (location !== undefined) checkLocation(answer, location);
}

/** Returns the texts of all elements of a name that have no elements in them. */
export function textsOf({ body }: RawAnswer, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>|<${name}/>`, 'gu');
  return [...body.matchAll(pattern)].map(([, text = '']) => text);
}

function valueAt({ body }: RawAnswer, path: string): string {
  const steps = path.split('.');
  return String(
    steps.reduce<unknown>((part, step) => Object(part)[step] as unknown, JSON.parse(body)),
  );
}

function elementsOf({ body }: RawAnswer): readonly string[] {
  return [...body.matchAll(/<([A-Za-z_][\w.-]*)/gu)].map(([, name = '']) => name);
}

function checkLocation(
  { headers }: RawAnswer,
  { to, errors, query = {} }: NonNullable<Expectation['location']>,
): void {
  const url = new URL(headers.get('location') ?? '');
  if (to !== undefined) expect(`${url.origin}${url.pathname}`).toBe(to);
  if (errors !== undefined) {
    expect(JSON.parse(url.searchParams.get('errors') ?? '[]')).toEqual(errors);
  }
  for (const [name, pattern] of Object.entries(query)) {
    expect(url.searchParams.get(name), name).toMatch(new RegExp(pattern, 'u'));
  }
}
