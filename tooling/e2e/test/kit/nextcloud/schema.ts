/** As much of JSON Schema as the description of the app's API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

/** Says how a value differs from its schema; nothing when it does not. */
export function breachesOf(
  value: unknown,
  schema: Schema,
  schemas: Schemas,
  at = 'it',
): readonly string[] {
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? breachesOf(value, named, schemas, at) : [`${schema.$ref} is not described`];
  }
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    const each = options.map((option) => breachesOf(value, option, schemas, at));
    return each.some(({ length }) => length === 0) ? [] : each.flat();
  }
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOf(value, type))) {
    return [`${at} is no ${types.join(' or ')}`];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.flatMap((each, index) => breachesOf(each, items, schemas, `${at}[${index}]`))
      : [];
  }
  return isObject(value) ? breachesIn(value, schema, schemas, at) : [];
}

function breachesIn(
  value: Readonly<Record<string, unknown>>,
  { required = [], properties = {}, additionalProperties }: Schema,
  schemas: Schemas,
  at: string,
): readonly string[] {
  const missing = required.filter((name) => value[name] === undefined);
  const unknown = additionalProperties === undefined && Object.keys(properties).length > 0;
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, each]) => {
      const known = properties[name];
      if (known) return breachesOf(each, known, schemas, `${at}.${name}`);
      if (typeof additionalProperties === 'object') {
        return breachesOf(each, additionalProperties, schemas, `${at}.${name}`);
      }
      return unknown ? [`${at}.${name} is not described`] : [];
    }),
  ];
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
