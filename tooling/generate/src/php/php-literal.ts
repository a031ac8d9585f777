/** A PHP expression, such as the case of an enum, that is written as it is. */
export class PhpExpression {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What can be written as a constant of PHP. */
export type PhpValue =
  | string
  | number
  | boolean
  | null
  | PhpExpression
  | readonly PhpValue[]
  | { readonly [key: string]: PhpValue | undefined };

const width = 100;

/**
 * Writes a constant: arrays of a few plain values on one line, others on one line for each entry.
 * Entries that are undefined are left out. Throws RangeError for a number PHP has no literal for.
 */
export function phpLiteral(value: PhpValue, indent = 0): string {
  if (value instanceof PhpExpression) return value.source;
  if (typeof value === 'string') return phpString(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'number') return phpNumber(value);
  return phpArray(entriesOf(value, indent + 4), indent);
}

function entriesOf(
  value: readonly PhpValue[] | { readonly [key: string]: PhpValue | undefined },
  indent: number,
): readonly string[] {
  if (Array.isArray(value)) return value.map((each: PhpValue) => phpLiteral(each, indent));
  return Object.entries(value).flatMap(([key, each]) =>
    each === undefined ? [] : [`${phpKey(key)} => ${phpLiteral(each, indent)}`],
  );
}

function phpArray(entries: readonly string[], indent: number): string {
  const line = `[${entries.join(', ')}]`;
  if (!line.includes('\n') && indent + line.length <= width) return line;
  const pad = ' '.repeat(indent + 4);
  return `[\n${entries.map((entry) => `${pad}${entry},\n`).join('')}${' '.repeat(indent)}]`;
}

/** Single-quoted PHP text: only the quote and the backslash need another form. */
function phpString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** PHP would turn the key `'7'` into the number 7, and then find it with other types. */
function phpKey(key: string): string {
  if (/^(?:0|-?[1-9]\d*)$/.test(key)) throw new RangeError(`PHP has no text key "${key}".`);
  return phpString(key);
}

function phpNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw new RangeError(`The catalogue has no integer: ${value}.`);
}
