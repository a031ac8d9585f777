import type { OptionSpecs, ParsedArguments } from '../arguments/options.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

/** One thing the program can do: as data for help and completion, and what it does. */
export interface Command {
  readonly name: string;
  /** One short sentence. */
  readonly summary: string;
  /** How it is written, without the program’s name. */
  readonly usage: readonly string[];
  readonly options: OptionSpecs;
  /** What else a reader of the help should know; each a paragraph. */
  readonly notes?: readonly string[];
  readonly examples: readonly string[];
  /** The first word is the name of a call, and the others are its parameters. */
  readonly takesCall?: true;
  /** Closed list for the first word. */
  readonly firstWords?: readonly string[];
  readonly run: (args: ParsedArguments, terminal: Terminal) => Promise<ExitCode>;
}

/** Options that every command has. */
export const commonOptions = {
  help: { short: 'h', help: 'Shows this help.' },
} as const satisfies OptionSpecs;

/** Options of commands that can answer in both ways. */
export const formatOptions = {
  json: { help: 'Answers JSON (what a pipe gets anyway).' },
  table: { help: 'Answers text for people (what a terminal gets anyway).' },
} as const satisfies OptionSpecs;
