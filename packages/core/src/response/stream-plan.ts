import {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';

/** What is done with an element, worked out once from the catalogue. */
export type FieldPlan = { readonly name: string; readonly index: number } & (
  | { readonly kind: 'text' | 'integer' | 'boolean' | 'time' | 'map' }
  | { readonly kind: 'object'; readonly of: ObjectPlan }
  | { readonly kind: 'list'; readonly item: string; readonly of: ItemPlan }
  | LeafPlan
);

/** An element with text and attributes. */
export interface LeafPlan {
  readonly kind: 'text-with-attributes';
  readonly of: TextWithAttributesField;
}

/** One of many texts. */
export interface TextPlan {
  readonly kind: 'text';
}

/** An element with fields: each child by its name, and the object before any of them is read. */
export interface ObjectPlan {
  readonly fields: ReadonlyMap<string, FieldPlan>;
  /** Names of the fields without which the element is refused. */
  readonly promised: readonly string[];
  /** Makes the object, its fields in the catalogue's order. */
  readonly blank: () => Record<string, unknown>;
}

export type ItemPlan = ObjectPlan | LeafPlan | TextPlan;

/** Tells items without fields of their own from the others. */
export function isLeaf(plan: ItemPlan): plan is LeafPlan | TextPlan {
  return 'kind' in plan;
}

/** Works out how the fields of an element are read. */
export function planFields(fields: FieldSpecs): ObjectPlan {
  const entries = Object.entries(fields);
  const lists = entries
    .filter(([, { kind }]) => kind === 'list' || kind === 'texts')
    .map(([name]) => name);
  const maps = entries.filter(([, { kind }]) => kind === 'map').map(([name]) => name);
  const template = Object.fromEntries(entries.map(([name]) => [name, undefined]));
  return {
    fields: new Map(
      entries.map(([name, spec], index) => [name, { name, index, ...planField(name, spec) }]),
    ),
    promised: entries.filter(([, spec]) => 'promised' in spec).map(([name]) => name),
    blank: () => {
      const object: Record<string, unknown> = { ...template };
      for (const name of lists) object[name] = [];
      for (const name of maps) object[name] = Object.create(null);
      return object;
    },
  };
}

function planField(name: string, spec: FieldSpec) {
  switch (spec.kind) {
    case 'object':
      return { kind: spec.kind, of: planFields(spec.fields) };
    case 'list':
      return { kind: spec.kind, item: spec.item, of: planItem(spec.of) };
    case 'text-with-attributes':
      return { kind: spec.kind, of: spec };
    case 'texts':
      if (spec.item === undefined) throw notStreamed(name, spec);
      return { kind: 'list' as const, item: spec.item, of: { kind: 'text' as const } };
    case 'json':
      throw notStreamed(name, spec);
    default:
      return { kind: spec.kind };
  }
}

function notStreamed(name: string, { kind }: FieldSpec): Error {
  return new Error(`no streamed list has a field of the kind ${kind}, as ${name} is`);
}

function planItem(of: FieldSpecs | TextWithAttributesField): ItemPlan {
  return isTextWithAttributes(of) ? { kind: of.kind, of } : planFields(of);
}
