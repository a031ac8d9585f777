import { callbackClasses } from './php/callbacks.ts';
import { callClasses } from './php/calls.ts';
import { callsIndex, maskedParameters } from './php/calls-index.ts';
import { dialectClasses } from './php/dialects.ts';
import { errorClasses } from './php/errors.ts';
import { phpFile, phpPath } from './php/php-file.ts';
import { roomClasses } from './php/rooms.ts';

/** Writes the tables of the PHP core: every file by its path in the repository. */
export function phpTables(): Readonly<Record<string, string>> {
  const classes = [
    callsIndex(),
    maskedParameters(),
    ...callClasses(),
    ...dialectClasses(),
    ...errorClasses(),
    ...roomClasses(),
    ...callbackClasses(),
  ];
  return Object.fromEntries(classes.map((each) => [phpPath(each), phpFile(each)]));
}
