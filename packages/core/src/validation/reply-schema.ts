import { z } from 'zod';
import {
  calls,
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';
import type { CallName } from '../catalogue/types.ts';

const schemas = new Map<CallName, z.ZodType>();

/**
 * Gives the zod schema of a call's typed reply, made from its catalogue entry once: strict on
 * promised fields, silent about everything a server may leave out or add.
 */
export function replySchema(name: CallName): z.ZodType {
  let schema = schemas.get(name);
  if (!schema) schemas.set(name, (schema = objectSchema(calls[name].reply)));
  return schema;
}

function objectSchema(fields: FieldSpecs): z.ZodType {
  return z.object(
    Object.fromEntries(Object.entries(fields).map(([name, spec]) => [name, fieldSchema(spec)])),
  );
}

function fieldSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'list':
      return listSchema(itemSchema(spec.of));
    case 'texts':
      return z.array(z.string());
    case 'json':
      return z.unknown();
    case 'map':
      // Keys are users’ words, `__proto__` among them: looked at, never copied.
      return z.custom((value) => typeof value === 'object' && value !== null);
    case 'object':
      return objectSchema(spec.fields).optional();
    case 'text-with-attributes':
      return itemSchema(spec);
    default: {
      const scalar = scalars[spec.kind];
      return spec.promised ? scalar : scalar.optional();
    }
  }
}

/** A list is broken by its first broken item: a million of them must not make a million issues. */
function listSchema(item: z.ZodType): z.ZodType {
  return z.array(z.unknown()).superRefine((items, context) => {
    for (const [index, each] of items.entries()) {
      const [issue] = item.safeParse(each).error?.issues ?? [];
      if (issue === undefined) continue;
      context.addIssue({ code: 'custom', path: [index, ...issue.path], message: issue.message });
      return;
    }
  });
}

const scalars = {
  text: z.string(),
  boolean: z.boolean(),
  integer: z.number().int(),
  time: z.number().int(),
};

function itemSchema(of: FieldSpecs | TextWithAttributesField): z.ZodType {
  return isTextWithAttributes(of) ? z.looseObject({ [of.text]: z.string() }) : objectSchema(of);
}
