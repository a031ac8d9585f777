import { type Client, createClient, isBbbError, type Server } from '@bluebridge/core';
import { readServer, serverOptions } from '../arguments/server-options.ts';
import type { ParsedArguments } from '../arguments/options.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseFormat } from '../output/choose-format.ts';
import { explainError } from '../output/explain-error.ts';
import { toJsonLine } from '../output/json.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { changesBetween, type Sighting, sightingOf } from '../watching/changes.ts';
import { describeChange } from '../watching/describe-change.ts';
import { nextPace, shortestPaceMs } from '../watching/pace.ts';
import { type Command, formatOptions } from './command.ts';

/** Prints what happens in meetings as it happens, until Ctrl-C. */
export const watch: Command = {
  name: 'watch',
  summary: 'Prints who comes and goes in a meeting, until Ctrl-C.',
  usage: ['watch <meetingID> [options]', 'watch --all [options]'],
  options: {
    ...serverOptions,
    all: { help: 'Watches every meeting of the server.' },
    every: {
      value: 'seconds',
      help: `Time between two looks; at least ${shortestPaceMs / 1000}, which is the default.`,
    },
    ...formatOptions,
  },
  notes: [
    'It asks the server at most 12 times a minute, and less often while the server does not answer.',
    'As JSON, each change is one line. Ctrl-C ends it with code 0.',
  ],
  examples: ['watch room-1', 'watch --all --every 30', 'watch --all --json | tee changes.jsonl'],
  async run(args, terminal) {
    const meetingID = readTarget(args);
    const everyMs = readPace(args);
    const format = chooseFormat(args, terminal);
    const server = await readServer(args, terminal);
    const look = lookAt(createCalmClient(server, terminal), meetingID, terminal.interrupt);
    let before: Sighting | undefined;
    let failures = 0;
    while (!terminal.interrupt.aborted) {
      try {
        const now = await look();
        if (before === undefined && now.size === 0) {
          writeLines(terminal.stderr, ['Nothing is open yet. Watching; Ctrl-C ends it.']);
        }
        const at = terminal.clock.now();
        const lines = changesBetween(before, now).map((change) =>
          format === 'json' ? toJsonLine({ at, ...change }) : describeChange(change, at),
        );
        writeLines(terminal.stdout, lines);
        before = now;
        failures = 0;
      } catch (error) {
        if (terminal.interrupt.aborted) break;
        if (!isBbbError(error) || !error.retryable) throw error;
        failures += 1;
        if (failures === 1)
          writeLines(terminal.stderr, [`${explainError(error)[0]} Still trying.`]);
      }
      await terminal.clock.sleep(nextPace(everyMs, failures), terminal.interrupt);
    }
    return exitCodes.ok;
  },
};

/** The pace is kept here, so the client must not repeat a look on its own. */
function createCalmClient(server: Server, { transport }: Terminal): Client {
  return createClient(server, { transport, retries: { attempts: 1 } });
}

function lookAt(
  client: Client,
  meetingID: string | undefined,
  signal: AbortSignal,
): () => Promise<Sighting> {
  if (meetingID === undefined) {
    return async () => sightingOf((await client.call('getMeetings', {}, { signal })).meetings);
  }
  return async () => {
    try {
      return sightingOf([await client.call('getMeetingInfo', { meetingID }, { signal })]);
    } catch (error) {
      if (isBbbError(error) && error.code === 'meeting_not_found') return new Map();
      throw error;
    }
  };
}

function readTarget(args: ParsedArguments): string | undefined {
  const [meetingID, ...more] = args.words;
  if (more.length > 0) throw new UsageError('watch takes one meetingID, or --all.');
  if ((meetingID === undefined) !== args.has('all')) {
    throw new UsageError('Say which meeting to watch: a meetingID, or --all.');
  }
  return meetingID;
}

function readPace(args: ParsedArguments): number {
  const seconds = args.values['every'];
  if (seconds === undefined) return shortestPaceMs;
  if (!/^\d{1,6}$/.test(seconds) || Number(seconds) * 1000 < shortestPaceMs) {
    throw new UsageError(`--every must be a number of seconds, at least ${shortestPaceMs / 1000}.`);
  }
  return Number(seconds) * 1000;
}
