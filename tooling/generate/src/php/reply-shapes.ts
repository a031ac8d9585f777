import type { FieldSpec, FieldSpecs, TextWithAttributesField } from '@bluebridge/core/catalogue';
import { isTextWithAttributes } from '@bluebridge/core/catalogue';
import type { PhpValue } from './php-literal.ts';

type Shapes = Record<string, Record<string, PhpValue>>;

/**
 * Lays the fields of a reply out flat: a shape for each level, named by its path (`recordings`,
 * `recordings.playback`), the whole reply being the empty name. A field with an inner shape names
 * it in `fields`, so that no type contains itself.
 */
export function replyShapes(fields: FieldSpecs): Readonly<Shapes> {
  const shapes: Shapes = {};
  addShape(shapes, '', fields);
  return shapes;
}

function addShape(shapes: Shapes, path: string, fields: FieldSpecs): void {
  const shape: Record<string, PhpValue> = {};
  shapes[path] = shape;
  for (const [name, field] of Object.entries(fields)) {
    const inner = path === '' ? name : `${path}.${name}`;
    shape[name] = fieldValue(inner, field);
    const innerFields = fieldsOf(field);
    if (innerFields) addShape(shapes, inner, innerFields);
  }
}

function fieldsOf(field: FieldSpec): FieldSpecs | undefined {
  if (field.kind === 'object') return field.fields;
  if (field.kind === 'list' && !isTextWithAttributes(field.of)) return field.of;
  return undefined;
}

function fieldValue(inner: string, field: FieldSpec): PhpValue {
  switch (field.kind) {
    case 'object':
      return { kind: field.kind, fields: inner };
    case 'list':
      return {
        kind: field.kind,
        item: field.item,
        ...(isTextWithAttributes(field.of) ? textParts(field.of) : { fields: inner }),
      };
    case 'text-with-attributes':
      return { kind: field.kind, ...textParts(field) };
    default:
      return { ...field };
  }
}

function textParts({ text, attributes }: TextWithAttributesField) {
  return { text, attributes };
}
