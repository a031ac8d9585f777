import type { CallSpec, ParamSpec } from '@bluebridge/core/catalogue';
import type { OptionSpec } from '../arguments/options.ts';
import { type Command, commonOptions } from '../commands/command.ts';
import type { Styles } from '../output/styles.ts';
import { columns, section, wrap } from './lines.ts';

/** Explains one command. */
export function commandHelp(command: Command, styles: Styles): readonly string[] {
  const options = Object.entries<OptionSpec>({ ...command.options, ...commonOptions });
  return [
    command.summary,
    ...section(
      styles,
      'Usage',
      command.usage.map((usage) => `bluebridge ${usage}`),
    ),
    ...section(
      styles,
      'Options',
      columns(
        options.map(([name, { value, help, choices }]) => [
          `--${name}${value === undefined ? '' : ` <${value}>`}`,
          choices === undefined ? help : `${help} One of ${choices.join(', ')}.`,
        ]),
      ),
    ),
    ...(command.notes ?? []).flatMap((note) => ['', ...wrap(note, 80)]),
    ...section(
      styles,
      'Examples',
      command.examples.map((example) => `bluebridge ${example}`),
    ),
  ];
}

/** Explains one call of the catalogue: what it does and which parameters it takes. */
export function callHelp(name: string, spec: CallSpec, styles: Styles): readonly string[] {
  const params = Object.entries(spec.params).filter(([, { removed }]) => removed === undefined);
  const prefixes = (spec.prefixes ?? []).map(
    ({ prefix }) => [`${prefix}…=`, 'text; any name of this form'] as const,
  );
  return [
    `${name}: ${spec.summary}`,
    ...section(
      styles,
      'Parameters',
      columns([
        ...params.map(([param, about]) => [`${param}=`, describeParam(about)] as const),
        ...prefixes,
      ]),
    ),
    ...(spec.notes ?? []).flatMap((note) => ['', ...wrap(note, 80)]),
  ];
}

function describeParam(spec: ParamSpec): string {
  const { kind, values, required, since, deprecated, note } = spec;
  const facts = [
    kind === 'choice' ? (values ?? []).join(' | ') : kind,
    required && 'required',
    rangeOf(spec),
    since !== undefined && `since ${since}`,
    deprecated !== undefined && 'deprecated',
  ].filter((fact) => typeof fact === 'string');
  return note === undefined ? facts.join(', ') : `${facts.join(', ')}. ${note}`;
}

function rangeOf({ kind, min, max }: ParamSpec): string | undefined {
  const unit = kind === 'integer' || kind === 'time' ? '' : ' characters';
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
  if (min !== undefined) return `at least ${min}${unit}`;
  return max === undefined ? undefined : `at most ${max}${unit}`;
}
