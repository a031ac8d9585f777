import {
  type BodySpec,
  calls,
  type CallSpec,
  type ParamSpec,
  type ParamSpecs,
} from '@bluebridge/core/catalogue';
import { dialects } from '@bluebridge/core/dialects';
import fc from 'fast-check';
import { addresses, illFormedTexts, lines, texts } from './texts.ts';

/** One call as somebody may try to make it. */
export interface BuildQuestion {
  readonly dialect: string;
  readonly capabilities: Readonly<Record<string, boolean>>;
  readonly call: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const integers = fc.oneof(
  fc.integer({ min: -3, max: 110 }),
  fc.integer({ min: 9_000, max: 101_000 }),
  fc.constantFrom(2 ** 53, -(2 ** 53), 2 ** 53 - 1, 2 ** 60),
);

const scalars = fc.oneof(
  texts,
  illFormedTexts,
  integers,
  fc.boolean(),
  fc.integer({ min: -99, max: 99 }).map((number) => number + 0.5),
);

/** Anything: the wrong type too. What JSON in PHP cannot tell apart, `{}` from `[]`, is left out. */
const anything = fc.oneof(
  { weight: 6, arbitrary: scalars },
  { weight: 2, arbitrary: fc.array(scalars, { maxLength: 4 }) },
  { weight: 1, arbitrary: scalars.map((value) => ({ value })) },
);

/** Something that may be sent, and now and then something else. */
function mostly<A, B>(usual: fc.Arbitrary<A>, rare: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

function fitting(spec: ParamSpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'time':
      return integers;
    case 'choice':
      return fc.constantFrom(...(spec.values ?? ['']));
    case 'csv': {
      const member = spec.values === undefined ? lines : fc.constantFrom(...spec.values, ',');
      const members = fc.array(member, { maxLength: 3 });
      return fc.oneof(
        members,
        members.map((each) => each.join(',')),
      );
    }
    case 'json':
      return fc.oneof(
        fc.json({ maxDepth: 3 }),
        fc.constantFrom('"\\ud800"', 'TRUE', '{"a":1,}', '[1e5]'),
      );
    case 'url':
      return addresses;
    case 'id':
      return mostly(
        lines.map((line) => `a${line.replaceAll(',', '')}b`),
        lines.map((line) => ` ${line}\ufeff`),
      );
    case 'block':
      return mostly(lines, texts);
    case 'text':
      return mostly(lines, fc.constantFrom('#a1B2c3', '#a1B2c3\n', 'de-AT', 'a@b', 'a@b@c'));
  }
}

function valuesOf(specs: ParamSpecs): fc.Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(specs);
  const required = entries.flatMap(([name, spec]) => (spec.required ? [name] : []));
  const model = Object.fromEntries(
    entries.map(([name, spec]) => [
      name,
      fc.oneof(
        { weight: 20, arbitrary: fitting(spec) },
        { weight: 1, arbitrary: anything },
        // Most parameters of a call are not given most of the time.
        { weight: required.includes(name) ? 1 : 150, arbitrary: fc.constant(undefined) },
      ),
    ]),
  );
  return fc.record(model).map((values) => withoutUndefined(values));
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const freeName = fc
  .tuple(
    fc.constantFrom('meta_', 'META_', 'plugin_', 'userdata-', ''),
    fc.oneof(fc.constantFrom('a', 'A', 'b-c', 'B-C', 'bbb_x', 'e.f', '7x', 'callbackUrl\n'), lines),
  )
  .map((parts) => parts.join(''))
  // JavaScript puts names that are numbers first; PHP does not.
  .filter((name) => !/^\d+$/.test(name) && name !== '__proto__');

const freeParams = mostly(
  fc.constant({}),
  fc.dictionary(freeName, mostly(lines, anything), { minKeys: 1, maxKeys: 3 }),
);

const flag = fc.option(mostly(fc.boolean(), scalars), { nil: undefined });
const bytes = mostly(
  fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
    fc.constant(new TextEncoder().encode('--bluebridge-0--bluebridge-1')),
  ),
  fc.oneof(fc.constant(new Uint8Array()), anything),
);
const flags = { current: flag, downloadable: flag, removable: flag };
const document = mostly(
  fc.oneof(
    fc.record({ url: addresses, filename: fc.option(lines, { nil: undefined }), ...flags }),
    fc.record({ name: mostly(lines, texts), content: bytes, ...flags }),
  ),
  fc.oneof(fc.record({ url: addresses, content: bytes, other: scalars }), scalars),
);

function bodyOf(spec: BodySpec): fc.Arbitrary<unknown> {
  switch (spec.kind) {
    case 'modules':
      return fc
        .record({
          ...Object.fromEntries(
            Object.entries(spec.modules).map(([name, { content }]) => [
              name,
              fc.option(moduleOf(content), { nil: undefined }),
            ]),
          ),
          unknown: mostly(fc.constant(undefined), scalars),
        })
        .map(withoutUndefined);
    case 'multipart':
      return fc
        .record({
          filename: mostly(lines, fc.oneof(texts, scalars)),
          content: bytes,
          contentType: mostly(
            fc.constantFrom(undefined, 'text/vtt'),
            fc.constantFrom('text/vtt\n', 'no type', 'a/é'),
          ),
        })
        .map(withoutUndefined);
    case 'json':
      return fc
        .tuple(valuesOf(spec.fields), fc.oneof(fc.constant({}), fc.constant({ other: 1 })))
        .map(([values, more]) => ({ ...values, ...more }));
  }
}

function moduleOf(content: 'documents' | 'json' | 'text'): fc.Arbitrary<unknown> {
  if (content === 'documents') {
    return mostly(fc.array(document, { minLength: 1, maxLength: 3 }), anything);
  }
  return mostly(content === 'json' ? fc.json() : fc.oneof(lines, texts), scalars);
}

/** Calls of the catalogue on every dialect, with what fits, what almost fits and what does not. */
export const buildQuestions: fc.Arbitrary<BuildQuestion> = fc
  // Some calls have far more to get right than others.
  .constantFrom(...Object.values<CallSpec>(calls), calls.create, calls.create, calls.join)
  .chain(({ name, params, body, needs }: CallSpec) =>
    fc.record(
      {
        dialect: fc.constantFrom(...Object.keys(dialects)),
        capabilities: fc.constant(needs === undefined ? {} : { [needs]: true }),
        call: fc.constant(name),
        params: fc.tuple(valuesOf(params), freeParams).map((parts) => Object.assign({}, ...parts)),
        body: body === undefined ? mostly(fc.constant(undefined), scalars) : bodyOf(body),
      },
      { requiredKeys: ['dialect', 'capabilities', 'call', 'params'] },
    ),
  );
