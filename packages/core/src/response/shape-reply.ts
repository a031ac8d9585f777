import {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';
import type { XmlElement } from './parse-xml.ts';
import { XmlRefused } from './parse-xml.ts';

/**
 * Turns a parsed element into typed fields, as the catalogue says what each one is.
 *
 * Fields the catalogue does not know are left out; a missing list is an empty one; a map keeps
 * whatever keys users chose on an object without prototype. Numbers are read strictly: an empty
 * or odd text is `undefined`, never 0. Whether a promised field is there is the schema's question.
 */
export function shapeFields(element: XmlElement, fields: FieldSpecs): Record<string, unknown> {
  const shaped: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(fields)) {
    shaped[name] =
      spec.kind === 'texts'
        ? childTexts(element, name)
        : shapeField(child(element, name), spec, name);
  }
  return shaped;
}

/** Gives the text of a child element; `undefined` when it is missing. */
export function childText(element: XmlElement, name: string): string | undefined {
  const found = child(element, name);
  return found === undefined ? undefined : textOf(found, name);
}

function childTexts(element: XmlElement, name: string): readonly string[] {
  const found = typeof element === 'object' ? element[`$${name}`] : undefined;
  if (found === undefined) return [];
  return (isList(found) ? found : [found]).map((each) => textOf(each, name));
}

/** Gives the children of a list element. */
export function childItems(element: XmlElement, list: string, item: string): readonly XmlElement[] {
  const container = child(element, list);
  const items = typeof container === 'object' ? container[`$${item}`] : undefined;
  if (items === undefined) return [];
  return isList(items) ? items : [items];
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
  const items = childItems({ $list: container }, 'list', item);
  return items.map((element) =>
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

function child(element: XmlElement, name: string): XmlElement | undefined {
  if (typeof element !== 'object') return undefined;
  const found = Object.hasOwn(element, `$${name}`) ? element[`$${name}`] : undefined;
  if (isList(found)) throw new XmlRefused(`more than one ${name}`);
  return found;
}

/** Text of a field; child elements in it mean that the reply is not what it claims to be. */
function textOf(element: XmlElement, name: string): string {
  if (typeof element === 'string') return element;
  if (Object.keys(element).some((key) => key.startsWith('$'))) {
    throw new XmlRefused(`elements inside the text of ${name}`);
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
