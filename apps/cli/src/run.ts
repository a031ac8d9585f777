import { isBbbError } from '@bluebridge/core';
import { callNamed } from './arguments/call-words.ts';
import { didYouMean } from './arguments/nearest.ts';
import { parseOptions } from './arguments/options.ts';
import { type Command, commonOptions } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { candidates } from './completion/candidates.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { callHelp, commandHelp } from './help/command-help.ts';
import { programHelp } from './help/program-help.ts';
import { errorAsData, exitCodeOf, explainError } from './output/explain-error.ts';
import { toJson } from './output/json.ts';
import { stylesFor } from './output/styles.ts';
import { writeLines } from './output/write.ts';
import { Interrupted, NotConfigured, UsageError } from './problems.ts';
import type { Terminal } from './terminal.ts';
import { readVersion } from './version.ts';

/**
 * Runs the program over a terminal that is handed in, and answers its exit code. Every failure
 * is written to `stderr` in plain words, or as JSON with `--json`; nothing is thrown.
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await runCommand(argv, terminal);
  } catch (error) {
    return report(error, argv, terminal);
  }
}

async function runCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = argv;
  const styles = stylesFor(terminal, 'stdout');
  if (name === undefined) {
    writeLines(terminal.stderr, programHelp(commands, stylesFor(terminal, 'stderr')));
    return exitCodes.usage;
  }
  if (name === '--version' || name === '-V') return say(terminal, [readVersion()]);
  if (name === '__complete') return complete(rest, terminal);
  const [topic] = rest;
  if (name === '--help' || name === '-h' || name === 'help') {
    if (topic === undefined) return say(terminal, programHelp(commands, styles));
    return say(terminal, commandHelp(commandNamed(topic), styles));
  }
  const command = commandNamed(name);
  const args = parseOptions(rest, { ...command.options, ...commonOptions });
  if (!args.has('help')) return command.run(args, terminal);
  const [word] = args.words;
  if (command.takesCall !== true || word === undefined) {
    return say(terminal, commandHelp(command, styles));
  }
  const { spec } = callNamed(word);
  return say(terminal, callHelp(word, spec, styles));
}

function say(terminal: Terminal, lines: readonly string[]): ExitCode {
  writeLines(terminal.stdout, lines);
  return exitCodes.ok;
}

/** Answers the completion scripts; hidden, because no person types it. */
function complete(words: readonly string[], terminal: Terminal): ExitCode {
  const typed = words[0] === '--' ? words.slice(1) : words;
  return say(
    terminal,
    candidates(typed, commands).map(({ text, about }) =>
      about === '' ? text : `${text}\t${about}`,
    ),
  );
}

function commandNamed(name: string): Command {
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return command;
  const names = commands.map((known) => known.name);
  throw new UsageError(
    `There is no command of this name.${didYouMean(name, names)} There are: ${names.join(', ')}.`,
  );
}

function report(error: unknown, argv: readonly string[], terminal: Terminal): ExitCode {
  if (terminal.interrupt.aborted || error instanceof Interrupted) return exitCodes.interrupted;
  if (isBbbError(error)) {
    const asJson = argv.includes('--json');
    complain(terminal, asJson ? [toJson(errorAsData(error))] : explainError(error), asJson);
    return exitCodeOf(error);
  }
  if (error instanceof UsageError) {
    const [name = ''] = argv;
    const topic = commands.some((command) => command.name === name) ? `${name} ` : '';
    complain(terminal, [error.message, `See: bluebridge ${topic}--help`]);
    return exitCodes.usage;
  }
  if (error instanceof NotConfigured) {
    complain(terminal, [error.message]);
    return exitCodes.notConfigured;
  }
  // Its message might hold anything, so only its kind is told.
  const kind = error instanceof Error ? error.name : typeof error;
  complain(terminal, [`Something went wrong inside of bluebridge (${kind}).`]);
  return exitCodes.failed;
}

function complain(terminal: Terminal, lines: readonly string[], plain = false): void {
  const [first = '', ...more] = lines;
  const styles = stylesFor(terminal, 'stderr');
  writeLines(
    terminal.stderr,
    plain ? lines : [styles.bad(first), ...more.map((line) => `  ${line}`)],
  );
}
