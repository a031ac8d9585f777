import { parseArgs } from 'node:util';
import { UsageError } from '../problems.ts';
import { didYouMean } from './nearest.ts';

/** One option of a command, as data: help, parsing and completion read it. */
export interface OptionSpec {
  /** Word for the value in the help; absent means a switch. */
  readonly value?: string;
  readonly short?: string;
  readonly help: string;
  /** Closed list of values. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface ParsedArguments {
  readonly words: readonly string[];
  /** The value of each option; the last one of several. */
  readonly values: Readonly<Record<string, string>>;
  /** All values of an option that may be given several times. */
  all(option: string): readonly string[];
  has(option: string): boolean;
}

/**
 * Splits the arguments of a command into words and options. Throws UsageError for an option the
 * command does not have, a missing value and a value that is not one of the choices. A value is
 * never repeated in a message, because it may be a secret in the wrong place.
 */
export function parseOptions(argv: readonly string[], specs: OptionSpecs): ParsedArguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words: string[] = [];
  const values: Record<string, string> = {};
  const given: { readonly name: string; readonly value: string }[] = [];
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw unknownOption(token.name, token.rawName, specs);
    if (spec.value === undefined) switches.add(checkSwitch(token.name, token.value));
    else given.push({ name: token.name, value: checkValue(token.name, spec, token.value) });
  }
  for (const { name, value } of given) {
    if (Object.hasOwn(values, name) && specs[name]?.many !== true) {
      throw new UsageError(`--${name} is given twice.`);
    }
    values[name] = value;
  }
  return {
    words,
    values,
    all: (option) => given.filter(({ name }) => name === option).map(({ value }) => value),
    has: (option) => switches.has(option),
  };
}

function checkSwitch(name: string, value: string | undefined): string {
  if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
  return name;
}

function checkValue(name: string, spec: OptionSpec, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new UsageError(`--${name} needs a value: --${name} <${spec.value}>.`);
  }
  if (spec.choices !== undefined && !spec.choices.includes(value)) {
    throw new UsageError(`--${name} must be one of ${spec.choices.join(', ')}.`);
  }
  return value;
}

function unknownOption(name: string, raw: string, specs: OptionSpecs): UsageError {
  if (/^(?:shared-?)?secret$/.test(name)) {
    return new UsageError(
      'A secret is not taken from the command line: other users of this machine can read it there, ' +
        'and your shell remembers it. Set BBB_SECRET, use --secret-file, or wait for the prompt.',
    );
  }
  const known = Object.keys(specs).map((option) => `--${option}`);
  return new UsageError(`There is no option ${raw} here.${didYouMean(raw, known)}`);
}
