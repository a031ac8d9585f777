import { calls, type CallSpec, type FieldSpecs, type ParamSpec } from '@bluebridge/core/catalogue';
import { type Dialect, dialects } from '@bluebridge/core/dialects';

const entries = Object.values<CallSpec>(calls);
const families = Object.values<Dialect>(dialects);

/** Writes PROTOCOL.md: which calls, on which dialect, with which parameters and reply fields. */
export function protocolPage(): string {
  return [
    '# Protocol',
    '<!-- Generated from packages/core/src by `npm run pnpm -- generate`. Edits are lost. -->',
    'What Bluebridge speaks today. Spellings are the wire’s.',
    '## Calls',
    callsTable(),
    '## Dialects',
    dialectsTable(),
    ...entries.map(callSection),
    '## LTI',
    'LTI 1.3 core: OIDC third-party login and resource link launch (RS256). Deep Linking, Names and Roles, and Grades are not spoken yet.',
    '',
  ].join('\n\n');
}

function callsTable(): string {
  return table(
    ['call', 'methods', 'effect', ...families.map((dialect) => dialect.name)],
    entries.map((call) => [
      code(call.name),
      call.methods.join(', '),
      call.effect,
      ...families.map((dialect) => (dialect.missingCalls.includes(call.name) ? 'no' : 'yes')),
    ]),
  );
}

function dialectsTable(): string {
  const names = Object.keys(families[0] ?? {}).filter((name) => name !== 'name');
  return table(
    ['', ...families.map((dialect) => code(dialect.name))],
    names.map((name) => [
      name,
      ...families.map((dialect) => capability(dialect[name as keyof Dialect])),
    ]),
  );
}

function capability(value: Dialect[keyof Dialect]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return value.length === 0 ? 'none' : value.join(', ');
}

function callSection(call: CallSpec): string {
  const prefixes = (call.prefixes ?? []).map(
    ({ prefix, note }) => `${code(`${prefix}…`)} ${note ?? ''}`,
  );
  return [
    `## ${call.name}`,
    call.summary,
    ...(call.notes ?? []).map((note) => `> ${note}`),
    Object.keys(call.params).length > 0 ? paramsTable(call) : 'No parameters.',
    ...(prefixes.length > 0 ? [`Also: ${prefixes.join('; ').trim()}`] : []),
    `Answers ${fieldNames(call.reply) || 'the envelope only'}.`,
  ].join('\n\n');
}

function paramsTable(call: CallSpec): string {
  return table(
    ['parameter', 'kind', 'limits', 'since', 'note'],
    Object.entries(call.params).map(([name, spec]) => [
      spec.required ? `**${code(name)}**` : code(name),
      spec.kind,
      limits(spec),
      since(spec),
      spec.note ?? '',
    ]),
  );
}

function limits(spec: ParamSpec): string {
  if (spec.values !== undefined) return spec.values.map(code).join(' ');
  if (spec.pattern !== undefined) return code(spec.pattern);
  const { min, max } = spec;
  if (min === undefined && max === undefined) return '';
  return `${min ?? ''}…${max ?? ''}`;
}

function since({ since: first, deprecated, removed }: ParamSpec): string {
  return [
    first,
    deprecated && `deprecated${deprecated === 'yes' ? '' : ` ${deprecated}`}`,
    removed && `removed${removed === 'yes' ? '' : ` ${removed}`}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function fieldNames(fields: FieldSpecs): string {
  return Object.entries(fields)
    .map(([name, spec]) => (spec.kind === 'list' ? `${code(name)} (list)` : code(name)))
    .join(', ');
}

function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
