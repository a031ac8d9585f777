import type { Desk } from './desk.ts';
import { type Given, type OptionName, parseWords } from './given.ts';
import { addPlatform, allowDeployment, approveChange, listPlatforms } from './platforms.ts';
import { invitePlatform, rotateKeys } from './invite-and-rotate.ts';
import { UsageError } from './usage.ts';

/** A command, with how many words follow it and which options it takes. */
interface Command {
  readonly words: number;
  readonly takes: readonly OptionName[];
  run(desk: Desk, words: readonly string[], given: Given): Promise<void>;
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['list', { words: 0, takes: [], run: listPlatforms }],
  [
    'add',
    {
      words: 0,
      takes: [
        'name',
        'issuer',
        'client-id',
        'authorization-endpoint',
        'jwks-uri',
        'token-endpoint',
        'deployment',
        'frame-origin',
      ],
      run: addPlatform,
    },
  ],
  ['allow', { words: 2, takes: [], run: allowDeployment }],
  ['approve', { words: 1, takes: [], run: approveChange }],
  ['invite', { words: 0, takes: ['days'], run: invitePlatform }],
  ['rotate', { words: 0, takes: [], run: rotateKeys }],
]);

/** Runs one command of an administrator. Throws a UsageError or a CommandError. */
export async function runCommand(args: readonly string[], desk: Desk): Promise<void> {
  const { positionals, values } = parseWords(args);
  const [topic, name = '', ...words] = positionals;
  const command = topic === 'platform' ? commands.get(name) : undefined;
  if (!command) throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  if (words.length !== command.words) {
    throw new UsageError(`"platform ${name}" takes ${command.words} words after it.`);
  }
  const needless = Object.keys(values).find((option) => !command.takes.some((x) => x === option));
  if (needless !== undefined) throw new UsageError(`"platform ${name}" takes no --${needless}.`);
  await command.run(desk, words, values);
}
