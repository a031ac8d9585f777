import type { FieldSpec, FieldSpecs } from '@bluebridge/core/catalogue';
import { isTextWithAttributes } from '@bluebridge/core/catalogue';
import { type Fields, isScalar, layoutOf, scalarText } from './list-layouts.ts';
import { padTo, printable } from './printable.ts';
import type { Styles } from './styles.ts';
import { layOutTable } from './table.ts';

/**
 * Describes a typed reply in lines for a person: its message, plain fields one a line, maps below
 * their name, lists as tables. A reply that is only a list is only the table.
 */
export function describeReply(
  reply: Fields,
  fields: FieldSpecs,
  styles: Styles,
): readonly string[] {
  const entries = Object.entries(fields).filter(([name]) => reply[name] !== undefined);
  const scalars = entries.filter(([, spec]) => isScalar(spec));
  const onlyList = scalars.length === 0 && entries.length === 1;
  const message = onlyList ? [] : messageOf(reply);
  const parts = entries
    .filter(([, spec]) => !isScalar(spec))
    .flatMap(([name, spec]) => describePart(name, reply[name], spec, styles, onlyList));
  const lines = [...message, ...describeScalars(reply, scalars), ...parts];
  return lines.length > 0 ? lines : ['Done.'];
}

function messageOf(reply: Fields): readonly string[] {
  const { message } = reply as { message?: unknown };
  return typeof message === 'string' ? [printable(message)] : [];
}

function describeScalars(
  reply: Fields,
  entries: readonly [string, FieldSpec][],
): readonly string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, spec]) => `${padTo(name, width)}  ${scalarText(reply[name], spec)}`);
}

function describePart(
  name: string,
  value: unknown,
  spec: FieldSpec,
  styles: Styles,
  isAll: boolean,
): readonly string[] {
  const title = styles.heading(`${name}:`);
  if (Array.isArray(value) && value.length === 0) return isAll ? [`No ${name}.`] : [];
  if (spec.kind === 'list' && Array.isArray(value)) {
    const table = describeList(value, spec, styles);
    return isAll ? table : ['', title, ...table];
  }
  if (Array.isArray(value)) return [title, ...value.map((item) => `  ${innerText(item)}`)];
  if (spec.kind === 'json') return [title, `  ${innerText(value)}`];
  const inner = Object.entries((value ?? {}) as Fields);
  if (inner.length === 0) return [];
  return [title, ...inner.map(([key, item]) => `  ${printable(key)}  ${innerText(item)}`)];
}

function describeList(
  items: readonly unknown[],
  spec: FieldSpec & { readonly kind: 'list' },
  styles: Styles,
): readonly string[] {
  if (isTextWithAttributes(spec.of)) return items.map(innerText);
  const layout = layoutOf(spec.of);
  return layOutTable(
    layout,
    items.map((item) => layout.row(item as Fields)),
    styles,
  );
}

function innerText(value: unknown): string {
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}
