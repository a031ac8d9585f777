import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Interrupted, NotConfigured } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import type { ParsedArguments } from './options.ts';

/**
 * Reads the secret from `--secret-file`, from BBB_SECRET, or from a person who types it unseen.
 * Throws NotConfigured when it is nowhere to be had, Interrupted on Ctrl-C.
 */
export async function readSecret(args: ParsedArguments, terminal: Terminal): Promise<string> {
  const file = args.values['secret-file'];
  if (file !== undefined) return readSecretFile(file);
  const secret = terminal.env['BBB_SECRET'] ?? '';
  if (secret.trim() !== '') return secret;
  if (terminal.isTTY.stdin && terminal.isTTY.stderr) return askForSecret(terminal);
  throw new NotConfigured('No secret. Set BBB_SECRET, or name a file with --secret-file.');
}

async function readSecretFile(file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new NotConfigured('The file named by --secret-file cannot be read.');
  }
  if (text.trim() === '') throw new NotConfigured('The file named by --secret-file is empty.');
  return text.trim();
}

function askForSecret({ stdin, stderr, interrupt }: Terminal): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // In raw mode the terminal echoes nothing, and readline writes its echo to nowhere.
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  stderr.write('Secret (not shown): ');
  return new Promise<string>((resolve, reject) => {
    const stop = (): void => reject(new Interrupted());
    interrupt.addEventListener('abort', stop, { once: true });
    lines.once('SIGINT', stop);
    lines.once('close', () => reject(new NotConfigured('No secret was typed.')));
    lines.once('line', (line) => {
      if (line.trim() === '') reject(new NotConfigured('No secret was typed.'));
      resolve(line);
    });
  }).finally(() => {
    lines.close();
    stderr.write('\n');
  });
}
