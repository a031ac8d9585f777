import {
  probe as probeServer,
  type ProbeResult,
  readPasted,
  type Transport,
} from '@bluebridge/core';
import type { ParsedArguments } from '../arguments/options.ts';
import { readBytes } from '../arguments/read-bytes.ts';
import { readSecret } from '../arguments/secret.ts';
import { serverOptions } from '../arguments/server-options.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { chooseFormat } from '../output/choose-format.ts';
import { describeFailure, describeRecord } from '../output/describe-probe.ts';
import { toJson } from '../output/json.ts';
import { stylesFor } from '../output/styles.ts';
import { writeLines } from '../output/write.ts';
import { Interrupted, UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { type Command, formatOptions } from './command.ts';

/** Finds out what is behind an address as somebody pasted it. */
export const probe: Command = {
  name: 'probe',
  summary: 'Finds out what is behind an address you were given.',
  usage: ['probe [<what you were given>|-] [options]'],
  options: {
    'secret-file': serverOptions['secret-file'],
    'allow-sha1': { help: 'Takes a server that accepts nothing better than SHA-1.' },
    ...formatOptions,
  },
  notes: [
    'The address may be written in any way: host only, with or without a path, a whole link. - reads it from standard input, and there the secret may be in it too. Without words it is BBB_ENDPOINT.',
    'It changes nothing on the server, sends at most 12 requests, all to the host you name, and never the secret.',
  ],
  examples: [
    'probe bbb.example.org',
    'probe https://bbb.example.org/bigbluebutton/api --json',
    'probe - < output-of-bbb-conf.txt',
  ],
  async run(args, terminal) {
    const format = chooseFormat(args, terminal);
    const { transport, clock, interrupt } = terminal;
    const result = await probeServer(await readInput(args, terminal), {
      transport: interruptible(transport, interrupt),
      now: () => clock.now(),
      allowSha1: args.has('allow-sha1'),
    });
    if (interrupt.aborted) throw new Interrupted();
    if (format === 'json') writeLines(terminal.stdout, [toJson(result)]);
    else tell(result, terminal);
    return exitCodeFor(result);
  },
};

/** Reads what was pasted, and the secret unless it came along by standard input. */
async function readInput(args: ParsedArguments, terminal: Terminal) {
  const isPiped = args.words.length === 1 && args.words[0] === '-';
  const endpointAsPasted = isPiped
    ? new TextDecoder().decode(await readBytes('-', terminal))
    : args.words.join(' ') || (terminal.env['BBB_ENDPOINT'] ?? '');
  const pasted = readPasted({ endpointAsPasted, secret: '' });
  const holdsSecret = typeof pasted === 'object';
  if (holdsSecret && !isPiped) {
    throw new UsageError(
      'There is a secret in what you pasted. A secret is not taken from the command line: other ' +
        'users of this machine can read it there. Use a pipe: bluebridge probe -',
    );
  }
  // What cannot be read is told before anybody is asked for a secret.
  const needsSecret = pasted === 'secret_empty';
  const secret = needsSecret ? await readSecret(args, terminal) : '';
  return { endpointAsPasted, secret };
}

function interruptible(transport: Transport, interrupt: AbortSignal): Transport {
  return {
    send: (request, signal) => transport.send(request, AbortSignal.any([signal, interrupt])),
  };
}

function tell(result: ProbeResult, terminal: Terminal): void {
  if (!result.ok) {
    writeLines(terminal.stderr, describeFailure(result, stylesFor(terminal, 'stderr')));
  }
  const { record } = result;
  if (record === undefined) return;
  writeLines(terminal.stdout, describeRecord(record, stylesFor(terminal, 'stdout')));
}

function exitCodeFor(result: ProbeResult): ExitCode {
  if (result.ok) return exitCodes.ok;
  return result.callsMade === 0 ? exitCodes.usage : exitCodes.failed;
}
