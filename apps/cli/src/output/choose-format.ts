import type { ParsedArguments } from '../arguments/options.ts';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** Chooses between JSON and text for people: as asked, else text for a terminal only. */
export function chooseFormat(args: ParsedArguments, terminal: Terminal): 'json' | 'table' {
  if (args.has('json') && args.has('table')) {
    throw new UsageError('Choose one of --json and --table.');
  }
  if (args.has('json')) return 'json';
  return args.has('table') || terminal.isTTY.stdout ? 'table' : 'json';
}
