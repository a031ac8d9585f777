import {
  type FieldSpec,
  type FieldSpecs,
  isTextWithAttributes,
  type TextWithAttributesField,
} from '../catalogue/index.ts';
import { replyText } from './parse-xml.ts';
import { XmlRefused } from './xml-refused.ts';
import type { XmlElement } from './xml-tree.ts';

/** What every JSON reply may say beside its own fields. */
const envelope = {
  returncode: { kind: 'text' },
  messageKey: { kind: 'text' },
  message: { kind: 'text' },
  errors: {
    kind: 'list',
    item: 'error',
    of: { key: { kind: 'text' }, message: { kind: 'text' } },
  },
} as const satisfies FieldSpecs;

/**
 * Parses a JSON reply into its `response` object, in the form `parseXml` gives, so that the same
 * rules shape both. Numbers and booleans become their text; integers too big for a number keep
 * every digit. Fields the catalogue does not know are left out, `null` counts as missing.
 */
export function parseJson(body: Uint8Array, reply: FieldSpecs): XmlElement {
  const document = parse(replyText(body));
  const root = isObject(document) ? document['response'] : undefined;
  if (!isObject(root)) throw new XmlRefused('wrong_root', 'JSON without a response object');
  return objectElement(root, { ...reply, ...envelope });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, keepDigits);
  } catch {
    throw new XmlRefused('malformed', 'malformed or truncated JSON');
  }
}

/** The third argument is the text a number was read from; TypeScript does not know it yet. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const exact = typeof value !== 'number' || Number.isSafeInteger(value);
  return exact || !/^-?\d+$/.test(context?.source ?? '') ? value : context?.source;
}

function objectElement(object: JsonObject, fields: FieldSpecs): XmlElement {
  const element: Record<string, XmlElement | readonly XmlElement[]> = {};
  for (const [name, spec] of Object.entries(fields)) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    if (value !== undefined && value !== null)
      element[`$${name}`] = fieldElement(value, spec, name);
  }
  return element;
}

function fieldElement(
  value: unknown,
  spec: FieldSpec,
  name: string,
): XmlElement | readonly XmlElement[] {
  switch (spec.kind) {
    case 'list':
      return { [`$${spec.item}`]: listItems(value, spec.item, spec.of) };
    case 'texts':
      return textsElement(value, name, spec.item);
    case 'object':
      if (!isObject(value)) throw new XmlRefused('wrong_shape', `no object under ${name}`);
      return objectElement(value, spec.fields);
    case 'map':
      return isObject(value) ? mapElement(value) : '';
    case 'json':
      return JSON.stringify(value);
    default:
      return scalarText(value, name);
  }
}

function textsElement(value: unknown, name: string, item: string | undefined) {
  if (item === undefined) {
    return (Array.isArray(value) ? value : [value]).map((each) => scalarText(each, name));
  }
  return { [`$${item}`]: itemsOf(value, item).map((each) => scalarText(each, item)) };
}

function listItems(
  value: unknown,
  item: string,
  of: FieldSpecs | TextWithAttributesField,
): readonly XmlElement[] {
  return itemsOf(value, item).map((each) => {
    if (isTextWithAttributes(of)) return scalarText(each, item);
    if (!isObject(each)) throw new XmlRefused('wrong_shape', `no object in the list of ${item}`);
    return objectElement(each, of);
  });
}

/** Items come as an array, or under the name of one item, one or many, as in XML. */
function itemsOf(value: unknown, item: string): readonly unknown[] {
  const nested = isObject(value) ? value[item] : value;
  const items: readonly unknown[] = Array.isArray(nested) ? nested : [nested];
  return items.filter((each) => each !== undefined && each !== null && each !== '');
}

/** Keys are users’ words: they stay own properties of an object without prototype. */
function mapElement(value: JsonObject): XmlElement {
  const map = Object.create(null) as Record<string, XmlElement>;
  for (const [key, each] of Object.entries(value)) {
    map[`$${key}`] = isScalar(each) ? String(each) : '';
  }
  return map;
}

function scalarText(value: unknown, name: string): string {
  if (isScalar(value)) return String(value);
  throw new XmlRefused('wrong_shape', `no text under ${name}`);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
