import { z } from 'zod';
import type { ParamSpec, ParamSpecs } from '../catalogue/index.ts';
import { isHttpUrl, isJson, isLine, isLines } from '../catalogue/value-rules.ts';
import type { ViolationRule } from '../errors/index.ts';

const schemas = new WeakMap<ParamSpecs, z.ZodObject>();

/** Gives the zod schema of parameters, or of the fields of a JSON body, made from the catalogue once. */
export function paramsSchema(specs: ParamSpecs): z.ZodObject {
  let schema = schemas.get(specs);
  if (!schema) schemas.set(specs, (schema = makeSchema(specs)));
  return schema;
}

function makeSchema(specs: ParamSpecs): z.ZodObject {
  const shape = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const value = valueSchema(spec);
      return [name, spec.required ? value : value.optional()];
    }),
  );
  // Names beyond the shape are judged by validateParams, which knows the prefixes.
  return z.compile(z.object(shape).catchall(freeValue.optional()));
}

function valueSchema(spec: ParamSpec): z.ZodType {
  switch (spec.kind) {
    case 'boolean':
      return z.boolean();
    case 'integer':
    case 'time':
      return bounded(z.number().int(), spec);
    case 'choice':
      return z.enum([...(spec.values ?? [])]);
    case 'csv':
      return listSchema(spec);
    case 'url':
      return line.refine(isHttpUrl, must('pattern', 'http or https URL'));
    case 'json':
      return text.refine(isJson, must('type', 'JSON'));
    case 'id':
      return bounded(line, spec)
        .refine((value) => !value.includes(','), must('pattern', 'no commas'))
        .refine((value) => value.trim() === value, must('pattern', 'no surrounding blanks'));
    case 'block':
      return bounded(lines, spec);
    case 'text':
      return matching(bounded(line, spec), spec);
  }
}

/** What a broken rule is reported as; `abort` keeps later rules from piling up on it. */
function must(rule: ViolationRule, allowed?: string) {
  return { params: { rule, allowed }, abort: true };
}

const text = z.string().refine((value) => value.isWellFormed(), must('well_formed'));

/** The server strips control characters, and then finds another value than was signed. */
const line = text.refine(isLine, must('pattern', 'no control characters'));

const lines = text.refine(isLines, must('pattern', 'no control characters'));

/** One entry of a list that is joined by commas. */
const member = line.refine((value) => isMember(value) && !value.includes(','));

/** Value of a parameter whose name ends in a free part (`meta_…`). */
const freeValue = z.union([lines, z.number().int(), z.boolean(), z.array(member)]);

function listSchema(spec: ParamSpec): z.ZodType {
  const allows = (members: readonly string[]): boolean =>
    spec.values === undefined || members.every((each) => spec.values?.includes(each));
  const choice = must('choice', spec.values?.join(', '));
  return z.union([
    z.array(member).refine((members) => allows(members), choice),
    line
      .refine((joined) => joined.split(',').every(isMember), must('pattern', memberForm))
      .refine((joined) => allows(joined.split(',')), choice),
  ]);
}

const memberForm = 'no empty members, no surrounding blanks';

/** Not every server trims what it splits at commas. */
function isMember(entry: string): boolean {
  return entry !== '' && entry.trim() === entry;
}

function bounded<T extends z.ZodString | z.ZodNumber>(schema: T, { min, max }: ParamSpec): T {
  let result: z.ZodString | z.ZodNumber = schema;
  if (result instanceof z.ZodString && min !== undefined && min > 0) {
    result = result.refine((value) => value.trim() !== '', must('blank'));
  }
  if (min !== undefined) result = result.min(min);
  if (max !== undefined) result = result.max(max);
  return result as T;
}

function matching(schema: z.ZodString, { pattern }: ParamSpec): z.ZodString {
  if (pattern === undefined) return schema;
  const expression = new RegExp(pattern, 'u');
  return schema.refine((value) => expression.test(value), must('pattern', pattern));
}
