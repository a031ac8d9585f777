import { styleText } from 'node:util';
import type { Terminal } from '../terminal.ts';

/** The few looks that text may have; plain text where colour is not wanted. */
export interface Styles {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
}

const coloured: Styles = {
  heading: (text) => styleText('bold', text, { validateStream: false }),
  faint: (text) => styleText('dim', text, { validateStream: false }),
  bad: (text) => styleText('red', text, { validateStream: false }),
  good: (text) => styleText('green', text, { validateStream: false }),
};

const same = (text: string): string => text;
const plain: Styles = { heading: same, faint: same, bad: same, good: same };

/** Chooses the looks of an output: colour only for a person’s terminal, and never with NO_COLOR. */
export function stylesFor(terminal: Terminal, output: 'stdout' | 'stderr'): Styles {
  const { NO_COLOR: refused = '', TERM: kind = '' } = terminal.env;
  return terminal.isTTY[output] && refused === '' && kind !== 'dumb' ? coloured : plain;
}
