import type { Server } from '@bluebridge/core';
import { calls, type CallSpec, type ExtensionName } from '@bluebridge/core/catalogue';
import { NotConfigured, UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { didYouMean } from './nearest.ts';
import type { OptionSpecs, ParsedArguments } from './options.ts';

/** Option of the commands that can use calls of hosters. */
export const extensionOptions = {
  extension: {
    value: 'call=name',
    many: true,
    help: 'Says that the hoster has an extension, and its name there; otherwise BBB_EXTENSION_NAMES.',
  },
} as const satisfies OptionSpecs;

const extensions = Object.values<CallSpec>(calls).filter(
  ({ nameConfigurable }) => nameConfigurable,
);

/**
 * Gives the server the extensions that were named: each is taken to be there, under its name.
 * Throws UsageError for an option that names none, NotConfigured for the environment.
 */
export function withExtensions(server: Server, args: ParsedArguments, { env }: Terminal): Server {
  const options = args.all('extension');
  const words = options.length > 0 ? options : listed(env['BBB_EXTENSION_NAMES'] ?? '');
  const names: Partial<Record<ExtensionName, string>> = {};
  const capabilities: Record<string, true> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const [call, name] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
    const spec = extensions.find((known) => known.name === call);
    if (spec === undefined || name === '') {
      const where = options.length > 0 ? '--extension' : 'BBB_EXTENSION_NAMES';
      const Problem = options.length > 0 ? UsageError : NotConfigured;
      throw new Problem(`${where} is ${whatIsMissing(call, spec)}`);
    }
    names[call as ExtensionName] = name;
    if (spec.needs !== undefined) capabilities[spec.needs] = true;
  }
  if (words.length === 0) return server;
  return { ...server, dialect: { ...server.dialect, ...capabilities }, extensionNames: names };
}

function listed(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function whatIsMissing(call: string, spec: CallSpec | undefined): string {
  if (spec !== undefined) return `written call=name, such as ${call}=${call}.`;
  const known = extensions.map(({ name }) => name);
  return `for ${known.join(', ')} only.${didYouMean(call, known)}`;
}
