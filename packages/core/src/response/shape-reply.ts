import {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';
import { XmlRefused } from './xml-refused.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Turns a parsed element into typed fields, as the catalogue says what each one is.
 *
 * Fields the catalogue does not know are left out; a missing list is an empty one; a map keeps
 * whatever keys users chose on an object without prototype. Numbers are read strictly: an empty
 * or odd text is `undefined`, never 0. Whether a promised field is there is the schema's question.
 */
export function shapeFields(element: XmlElement, fields: FieldSpecs): Record<string, unknown> {
  const shaped: Record<string, unknown> = {};
  for (const { name, key, spec } of keyedFields(fields)) {
    shaped[name] =
      spec.kind === 'texts'
        ? childTexts(element, name, spec.item)
        : shapeField(only(element, key), spec, name);
  }
  return shaped;
}

interface KeyedField {
  readonly name: string;
  /** Where the element of the field is in the tree. */
  readonly key: string;
  readonly spec: FieldSpec;
}

const keyed = new WeakMap<FieldSpecs, readonly KeyedField[]>();

/** Gives the fields with their keys, made once: a list may have many thousands of items. */
function keyedFields(fields: FieldSpecs): readonly KeyedField[] {
  let found = keyed.get(fields);
  if (!found) {
    found = Object.entries(fields).map(([name, spec]) => ({ name, key: `$${name}`, spec }));
    keyed.set(fields, found);
  }
  return found;
}

/** Gives the text of a child element; `undefined` when it is missing. */
export function childText(element: XmlElement, name: string): string | undefined {
  const found = only(element, `$${name}`);
  return found === undefined ? undefined : textOf(found, name);
}

function childTexts(element: XmlElement, name: string, item: string | undefined) {
  if (item === undefined) return children(element, name).map((each) => textOf(each, name));
  return childItems(element, name, item).map((each) => textOf(each, item));
}

/** Gives the children of a list element. */
export function childItems(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  const container = only(element, `$${list}`);
  return container === undefined ? [] : children(container, item);
}

function children(element: XmlElement, name: string): readonly XmlElement[] {
  const found = typeof element === 'object' ? element[`$${name}`] : undefined;
  if (found === undefined) return [];
  return isList(found) ? found : [found];
}

function shapeField(
  found: XmlElement | undefined,
  spec: Exclude<FieldSpec, { kind: 'texts' }>,
  name: string,
): unknown {
  switch (spec.kind) {
    case 'list':
      return shapeList(found, spec.item, spec.of);
    case 'map':
      return shapeMap(found);
    case 'json':
      return typeof found === 'string' ? jsonValue(found) : undefined;
    case 'object':
      return typeof found === 'object' ? shapeFields(found, spec.fields) : undefined;
    case 'text-with-attributes':
      return found === undefined ? undefined : shapeTextWithAttributes(found, spec);
    default:
      return found === undefined ? undefined : scalar(textOf(found, name), spec.kind);
  }
}

/** The value that `parseJson` kept as text; an XML reply has no such value. */
function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapeList(
  container: XmlElement | undefined,
  item: string,
  of: FieldSpecs | TextWithAttributesField,
): readonly unknown[] {
  if (container === undefined) return [];
  return children(container, item).map((element) =>
    isTextWithAttributes(of) ? shapeTextWithAttributes(element, of) : shapeFields(element, of),
  );
}

function shapeMap(found: XmlElement | undefined): Readonly<Record<string, string>> {
  const map = Object.create(null) as Record<string, string>;
  if (typeof found !== 'object') return map;
  for (const [key, value] of Object.entries(found)) {
    if (!key.startsWith('$')) continue;
    // A doubled or nested entry is one user's oddity; it must not hide the whole list.
    const first = isList(value) ? value[0] : value;
    map[key.slice(1)] = typeof first === 'string' ? first : (ownText(first) ?? '');
  }
  return map;
}

function shapeTextWithAttributes(
  element: XmlElement,
  spec: TextWithAttributesField,
): Record<string, unknown> {
  const shaped: Record<string, unknown> = { [spec.text]: (ownText(element) ?? '').trim() };
  for (const [name, kind] of Object.entries(spec.attributes)) {
    const value = typeof element === 'object' ? element[`@${name}`] : undefined;
    shaped[name] = typeof value === 'string' ? scalar(value, kind) : undefined;
  }
  return shaped;
}

/** Reads the text of a field; `undefined` for an odd number or word. */
export function scalar(text: string, kind: 'text' | 'integer' | 'boolean' | 'time'): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'boolean': {
      const word = text.trim().toLowerCase();
      return word === 'true' ? true : word === 'false' ? false : undefined;
    }
    case 'integer':
    case 'time':
      return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
  }
}

/** Gives the element under a key of the tree, of which there must not be two. */
function only(element: XmlElement, key: string): XmlElement | undefined {
  if (typeof element !== 'object') return undefined;
  const found = element[key];
  if (isList(found)) throw new XmlRefused('wrong_shape', `more than one ${key.slice(1)}`);
  return found;
}

/** Text of a field; child elements in it mean that the reply is not what it claims to be. */
function textOf(element: XmlElement, name: string): string {
  if (typeof element === 'string') return element;
  if (Object.keys(element).some((key) => key.startsWith('$'))) {
    throw new XmlRefused('wrong_shape', `elements inside the text of ${name}`);
  }
  return ownText(element) ?? '';
}

function ownText(element: XmlElement | undefined): string | undefined {
  if (element === undefined || typeof element === 'string') return element;
  const text = element['#text'];
  return typeof text === 'string' ? text : undefined;
}

function isList(
  value: XmlElement | readonly XmlElement[] | undefined,
): value is readonly XmlElement[] {
  return Array.isArray(value);
}
