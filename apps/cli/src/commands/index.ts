import { call } from './call.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { probe } from './probe.ts';
import { sign } from './sign.ts';
import { simulate } from './simulate.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  probe,
  call,
  watch,
  sign,
  verify,
  simulate,
  completion,
];
