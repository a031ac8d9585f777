import { calls, type CallName, type CallSpec, type ParamSpec } from '@bluebridge/core/catalogue';
import { callNames } from '../arguments/call-words.ts';
import type { OptionSpecs } from '../arguments/options.ts';
import { type Command, commonOptions } from '../commands/command.ts';

interface Candidate {
  readonly text: string;
  /** A few words beside it, for shells that show them. */
  readonly about: string;
}

/**
 * Lists what the last of the words may become: commands, options and their values, and from the
 * catalogue calls, parameters and the values of choices. Words are those after the program’s name.
 */
export function candidates(
  words: readonly string[],
  commands: readonly Command[],
): readonly Candidate[] {
  const typed = words.at(-1) ?? '';
  return possible(words.slice(0, -1), typed, commands).filter(({ text }) => text.startsWith(typed));
}

function possible(
  before: readonly string[],
  typed: string,
  commands: readonly Command[],
): readonly Candidate[] {
  const [name, ...rest] = before;
  if (name === undefined) {
    return [
      ...commands.map((command) => ({ text: command.name, about: command.summary })),
      { text: '--help', about: commonOptions.help.help },
      { text: '--version', about: 'Prints the version.' },
    ];
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return [];
  const options: OptionSpecs = { ...command.options, ...commonOptions };
  const pending = optionNamed(rest.at(-1), options);
  if (pending?.value !== undefined) return choicesOf(pending.choices ?? []);
  if (typed.startsWith('-')) return optionCandidates(options);
  const plain = wordsOnly(rest, options);
  if (command.takesCall) return callCandidates(plain, typed);
  return plain.length === 0 ? choicesOf(command.firstWords ?? []) : [];
}

function optionNamed(word: string | undefined, options: OptionSpecs) {
  const name = word?.startsWith('--') === true ? word.slice(2) : '';
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

function wordsOnly(words: readonly string[], options: OptionSpecs): readonly string[] {
  return words.filter((word, index) => {
    const isValue = optionNamed(words[index - 1], options)?.value !== undefined;
    return !word.startsWith('-') && !isValue;
  });
}

function callCandidates(plain: readonly string[], typed: string): readonly Candidate[] {
  const [call, ...params] = plain;
  if (call === undefined) {
    return callNames.map((name) => ({ text: name, about: calls[name].summary }));
  }
  if (!Object.hasOwn(calls, call)) return [];
  const spec: CallSpec = calls[call as CallName];
  const at = typed.indexOf('=');
  if (at > 0) return valueCandidates(typed.slice(0, at), spec);
  const given = new Set(params.map((param) => param.split('=', 1)[0]));
  return Object.entries(spec.params)
    .filter(([name, { removed }]) => removed === undefined && !given.has(name))
    .map(([name, param]) => ({ text: `${name}=`, about: aboutParam(param) }));
}

function valueCandidates(name: string, spec: CallSpec): readonly Candidate[] {
  const param = Object.hasOwn(spec.params, name) ? spec.params[name] : undefined;
  const values = param?.kind === 'boolean' ? ['true', 'false'] : (param?.values ?? []);
  return values.map((value) => ({ text: `${name}=${value}`, about: '' }));
}

function aboutParam({ kind, required, deprecated }: ParamSpec): string {
  return [kind, required && 'required', deprecated !== undefined && 'deprecated']
    .filter((word) => typeof word === 'string')
    .join(', ');
}

function optionCandidates(options: OptionSpecs): readonly Candidate[] {
  return Object.entries(options).map(([name, { help }]) => ({ text: `--${name}`, about: help }));
}

function choicesOf(values: readonly string[]): readonly Candidate[] {
  return values.map((text) => ({ text, about: '' }));
}
