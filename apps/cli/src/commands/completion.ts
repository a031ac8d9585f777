import { scripts, type Shell, shells } from '../completion/scripts.ts';
import { exitCodes } from '../exit-codes.ts';
import { UsageError } from '../problems.ts';
import type { Command } from './command.ts';

/** Prints the script that teaches a shell to complete this program’s words. */
export const completion: Command = {
  name: 'completion',
  summary: 'Prints a completion script for bash, zsh or fish.',
  usage: ['completion bash|zsh|fish'],
  options: {},
  firstWords: shells,
  examples: [
    'completion bash > ~/.local/share/bash-completion/completions/bluebridge',
    'completion zsh > ~/.zfunc/_bluebridge',
    'completion fish > ~/.config/fish/completions/bluebridge.fish',
  ],
  run: async ({ words }, { stdout }) => {
    const [shell = '', ...more] = words;
    if (more.length > 0 || !Object.hasOwn(scripts, shell)) {
      throw new UsageError(`For which shell? One of ${shells.join(', ')}.`);
    }
    stdout.write(scripts[shell as Shell]);
    return exitCodes.ok;
  },
};
