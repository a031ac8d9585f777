import { inviteAdmin } from './admin.ts';
import { showAudit } from './audit.ts';
import type { Desk } from './desk.ts';
import { type Given, type OptionName, parseWords } from './given.ts';
import { addPlatform, allowDeployment, approveChange, listPlatforms } from './platforms.ts';
import { invitePlatform, rotateKeys } from './invite-and-rotate.ts';
import { eraseData, exportData } from './personal-data.ts';
import { listPresets, removePreset, setPreset } from './presets.ts';
import { applyRetention } from './retention.ts';
import { platformRoles, whatWillThisUserBe } from './roles.ts';
import { disablePlatform, enablePlatform, removePlatform } from './switch-and-remove.ts';
import { UsageError } from './usage.ts';

/** A command, with how many words follow it and which options it takes. */
interface Command {
  readonly words: number;
  readonly takes: readonly OptionName[];
  run(desk: Desk, words: readonly string[], given: Given): Promise<void>;
}

/** The commands by their one or two words. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['platform list', { words: 0, takes: [], run: listPlatforms }],
  [
    'platform add',
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
  ['platform allow', { words: 2, takes: [], run: allowDeployment }],
  ['platform approve', { words: 1, takes: [], run: approveChange }],
  ['platform invite', { words: 0, takes: ['days'], run: invitePlatform }],
  ['platform disable', { words: 1, takes: [], run: disablePlatform }],
  ['platform enable', { words: 1, takes: [], run: enablePlatform }],
  ['platform remove', { words: 1, takes: [], run: removePlatform }],
  ['admin invite', { words: 0, takes: [], run: inviteAdmin }],
  ['export', { words: 0, takes: ['platform', 'deployment', 'person'], run: exportData }],
  ['erase', { words: 0, takes: ['platform', 'deployment', 'person', 'yes'], run: eraseData }],
  [
    'audit',
    { words: 0, takes: ['action', 'actor', 'platform', 'from', 'to', 'csv'], run: showAudit },
  ],
  ['preset list', { words: 0, takes: [], run: listPresets }],
  ['preset set', { words: 1, takes: [], run: setPreset }],
  ['preset remove', { words: 1, takes: [], run: removePreset }],
  ['retention', { words: 0, takes: [], run: applyRetention }],
  ['platform roles', { words: 1, takes: ['set', 'unset'], run: platformRoles }],
  ['platform who', { words: 1, takes: ['role', 'launch'], run: whatWillThisUserBe }],
  ['platform rotate', { words: 0, takes: [], run: rotateKeys }],
]);

/** Runs one command of an administrator. Throws a UsageError or a CommandError. */
export async function runCommand(args: readonly string[], desk: Desk): Promise<void> {
  const { positionals, values } = parseWords(args);
  const [name, words] = namedIn(positionals);
  const command = commands.get(name);
  if (!command) throw new UsageError(`There is no command "${positionals.join(' ')}".`);
  if (words.length !== command.words) {
    throw new UsageError(`"${name}" takes ${command.words} words after it.`);
  }
  const needless = Object.keys(values).find((option) => !command.takes.some((x) => x === option));
  if (needless !== undefined) throw new UsageError(`"${name}" takes no --${needless}.`);
  await command.run(desk, words, values);
}

/** Splits what was typed into the name of a command, of one word or two, and what follows. */
function namedIn(words: readonly string[]): readonly [name: string, rest: readonly string[]] {
  const [topic = '', verb = ''] = words;
  return commands.has(topic) ? [topic, words.slice(1)] : [`${topic} ${verb}`, words.slice(2)];
}
