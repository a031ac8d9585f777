import {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';

/** What is done with an element, worked out once from the catalogue. */
export type FieldPlan =
  | { readonly name: string; readonly kind: 'text' | 'integer' | 'boolean' | 'time' }
  | { readonly name: string; readonly kind: 'map' }
  | { readonly name: string; readonly kind: 'object'; readonly of: ObjectPlan }
  | { readonly name: string; readonly kind: 'list'; readonly item: string; readonly of: ItemPlan }
  | LeafPlan;

/** An element with text and attributes. */
export interface LeafPlan {
  readonly name: string;
  readonly kind: 'text-with-attributes';
  readonly of: TextWithAttributesField;
}

/** An element with fields: each child by its name, and the object before any of them is read. */
export interface ObjectPlan {
  readonly fields: ReadonlyMap<string, FieldPlan>;
  /** Makes the object, its fields in the catalogue's order. */
  readonly blank: () => Record<string, unknown>;
}

export type ItemPlan = ObjectPlan | LeafPlan;

/** Tells the two kinds of a list's items apart. */
export function isLeaf(plan: ItemPlan): plan is LeafPlan {
  return 'kind' in plan;
}

/** Works out how the fields of an element are read. */
export function planFields(fields: FieldSpecs): ObjectPlan {
  const entries = Object.entries(fields);
  const lists = entries.filter(([, { kind }]) => kind === 'list').map(([name]) => name);
  const maps = entries.filter(([, { kind }]) => kind === 'map').map(([name]) => name);
  const template = Object.fromEntries(entries.map(([name]) => [name, undefined]));
  return {
    fields: new Map(entries.map(([name, spec]) => [name, planField(name, spec)])),
    blank: () => {
      const object: Record<string, unknown> = { ...template };
      for (const name of lists) object[name] = [];
      for (const name of maps) object[name] = Object.create(null);
      return object;
    },
  };
}

function planField(name: string, spec: FieldSpec): FieldPlan {
  switch (spec.kind) {
    case 'object':
      return { name, kind: 'object', of: planFields(spec.fields) };
    case 'list':
      return { name, kind: 'list', item: spec.item, of: planItem(spec.item, spec.of) };
    case 'text-with-attributes':
      return { name, kind: 'text-with-attributes', of: spec };
    case 'texts':
    case 'json':
      throw new Error(`no streamed list has a field of the kind ${spec.kind}, as ${name} is`);
    default:
      return { name, kind: spec.kind };
  }
}

function planItem(name: string, of: FieldSpecs | TextWithAttributesField): ItemPlan {
  return isTextWithAttributes(of) ? { name, kind: 'text-with-attributes', of } : planFields(of);
}
