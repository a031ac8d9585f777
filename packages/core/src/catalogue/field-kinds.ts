/**
 * What a field of a reply is. Text stays text: identifiers such as `0042` are never turned
 * into numbers. `map` has keys chosen by users (`metadata`, `customdata`).
 */
export type FieldSpec =
  | ScalarField
  | MapField
  | ObjectField
  | ListField
  | TextsField
  | JsonField
  | TextWithAttributesField;

export interface ScalarField {
  /** `time` is epoch milliseconds. */
  readonly kind: 'text' | 'integer' | 'boolean' | 'time';
  /** The reply is refused without it. Everything else may be missing on some server. */
  readonly promised?: true;
}

export interface MapField {
  readonly kind: 'map';
}

export interface ObjectField {
  readonly kind: 'object';
  readonly fields: FieldSpecs;
}

/** A container element holding any number of `item` elements; missing means an empty list. */
export interface ListField {
  readonly kind: 'list';
  readonly item: string;
  readonly of: FieldSpecs | TextWithAttributesField;
}

/**
 * An element that may be sent several times, each with a text. With `item` it is a container of
 * such elements; missing means an empty list either way.
 */
interface TextsField {
  readonly kind: 'texts';
  readonly item?: string;
}

/** Any JSON value, handed on as it is: of a reply whose inner shape is not documented. */
interface JsonField {
  readonly kind: 'json';
}

/** An element with text and attributes, such as a preview image. */
export interface TextWithAttributesField {
  readonly kind: 'text-with-attributes';
  /** Name given to the element's text. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, 'text' | 'integer'>>;
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

/** Tells the two shapes of a list's `of` apart. */
export function isTextWithAttributes(
  of: FieldSpecs | TextWithAttributesField,
): of is TextWithAttributesField {
  return of['kind' as keyof typeof of] === 'text-with-attributes';
}
