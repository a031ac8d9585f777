import { calls, type CallSpec, type FieldSpecs, type ParamSpec } from '@bluebridge/core/catalogue';
import { capabilityNotes, type Dialect, dialects } from '@bluebridge/core/dialects';
import { bodySection } from './body-section.ts';
import { code, table } from './markdown.ts';

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
    '`if` means that a server’s settings must say it has the call: the capability in brackets.',
    '## Dialects',
    dialectsTable(),
    '## Capabilities',
    capabilitiesTable(),
    ...entries.map(callSection),
    '## LTI',
    ltiTable(),
    'Assignment and Grade Services are not spoken: no points are ever sent or read.',
    '',
  ].join('\n\n');
}

function ltiTable(): string {
  return table(
    ['specification', 'what of it'],
    [
      ['LTI Core 1.3', 'third-party login and resource link launches, signed with RS256'],
      ['Security Framework 1.0', 'tokens for services, asked for with an assertion of ours'],
      ['Deep Linking 2.0', 'answers with links to resources'],
      ['Dynamic Registration 1.0', 'registration by invitation'],
      ['Client Side postMessages', 'values that the platform keeps in place of a cookie'],
      [
        'Course Groups Service 1.0',
        'groups of a course and of one person, read where the platform offers them',
      ],
      [
        'Names and Role Provisioning Services 2.0',
        'only together with groups: who is in which, read when a teacher updates them; names and addresses are not kept',
      ],
      [
        'Platform Notification Service 1.0',
        'asks for notices of copied courses (`LtiContextCopyNotice`), and takes them',
      ],
    ],
  );
}

function callsTable(): string {
  return table(
    [
      'call',
      'methods',
      'who may',
      'effect',
      'reply',
      'since',
      ...families.map((dialect) => dialect.name),
    ],
    entries.map((call) => [
      code(call.name),
      call.methods.join(', '),
      access(call),
      call.effect,
      call.format,
      since(call),
      ...families.map((dialect) => answers(dialect, call)),
    ]),
  );
}

function access({ auth, hashGroup }: CallSpec): string {
  if (auth === 'none') return 'anybody';
  if (auth === 'session') return 'a session token';
  return hashGroup === 'hooks' ? 'checksum (hooks)' : 'checksum';
}

function answers(dialect: Dialect, { name, needs }: CallSpec): string {
  if (dialect.missingCalls.includes(name)) return 'no';
  if (needs === undefined || dialect[needs as keyof Dialect] === true) return 'yes';
  return `if (${code(needs)})`;
}

function capabilitiesTable(): string {
  return table(
    ['capability', 'means', 'assumed', 'consequence'],
    Object.entries(capabilityNotes).map(([name, note]) => [
      code(name),
      note.means,
      note.default,
      note.consequence,
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
    ...(call.answerNeeds
      ? [`Answered to browsers only, except where ${code(call.answerNeeds)}.`]
      : []),
    ...(call.nameConfigurable ? ['A server’s `extensionNames` may give it another name.'] : []),
    Object.keys(call.params).length > 0 ? paramsTable(call) : 'No parameters.',
    ...(prefixes.length > 0 ? [`Also: ${prefixes.join('; ').trim()}`] : []),
    ...(call.exclusive ?? []).map((group) => `At most one of ${group.map(code).join(', ')}.`),
    ...(call.atLeastOne ?? []).map((group) => `At least one of ${group.map(code).join(', ')}.`),
    ...(call.body ? [bodySection(call.body)] : []),
    `Answers ${fieldNames(call.reply) || 'the envelope only'}.`,
    ...keysSection(call),
  ].join('\n\n');
}

function keysSection({ answers: keys, refusals, keyCodes }: CallSpec): readonly string[] {
  return [
    ...(keys ? [`An answer under FAILED: ${keys.map(code).join(', ')}.`] : []),
    ...(refusals ? [`A failure under SUCCESS: ${refusals.map(code).join(', ')}.`] : []),
    ...Object.entries(keyCodes ?? {}).map(([key, means]) => `${code(key)} here is ${code(means)}.`),
  ];
}

function paramsTable(call: CallSpec): string {
  return table(
    ['parameter', 'kind', 'limits', 'default', 'since', 'note'],
    Object.entries(call.params).map(([name, spec]) => [
      spec.required ? `**${code(name)}**` : code(name),
      spec.kind,
      limits(spec),
      spec.default === undefined ? '' : code(String(spec.default)),
      since(spec),
      [...conditions(spec), spec.note ?? ''].join(' ').trim(),
    ]),
  );
}

function conditions({ needs, requiredWhere, minWhere, mayBeEmpty }: ParamSpec): readonly string[] {
  return [
    ...(needs ? [`Needs ${code(needs)}.`] : []),
    ...(requiredWhere ? [`Required where ${code(requiredWhere)}.`] : []),
    ...(minWhere ? [`At least ${minWhere.min} where ${code(minWhere.capability)}.`] : []),
    ...(mayBeEmpty ? ['May be empty.'] : []),
  ];
}

function limits(spec: ParamSpec): string {
  if (spec.values !== undefined) return spec.values.map(code).join(' ');
  if (spec.pattern !== undefined) return code(spec.pattern);
  const { min, max } = spec;
  if (min === undefined && max === undefined) return '';
  return `${min ?? ''}…${max ?? ''}`;
}

function since({ since: first, deprecated, removed }: ParamSpec | CallSpec): string {
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
    .map(([name, { kind }]) => {
      const isList = kind === 'list' || kind === 'texts';
      return isList ? `${code(name)} (list)` : code(name);
    })
    .join(', ');
}
