import {
  type BbbError,
  isBbbError,
  verifyAnalytics,
  verifyRecordingReady,
  verifyWebhook,
  type WebhookScheme,
} from '@bluebridge/core';
import {
  callbackOptions,
  readCallback,
  readWebhookUrls,
  type ReceivedCallback,
} from '../arguments/callback-input.ts';
import type { ParsedArguments } from '../arguments/options.ts';
import { readSecret } from '../arguments/secret.ts';
import { serverOptions } from '../arguments/server-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseFormat } from '../output/choose-format.ts';
import {
  describeAnalytics,
  describeRecordingReady,
  describeWebhook,
} from '../output/describe-callback.ts';
import { detailsOf, errorAsData } from '../output/explain-error.ts';
import { toJson } from '../output/json.ts';
import { stylesFor } from '../output/styles.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import { type Command, formatOptions } from './command.ts';

/** What was proven: as data, and in words. */
interface Proven {
  readonly data: unknown;
  readonly lines: readonly string[];
}

/** All of them, because the question may be which one a server uses. */
const schemes: readonly WebhookScheme[] = ['raw_body', 'form_json', 'constant', 'bearer'];

type Verifier = (
  received: ReceivedCallback,
  secret: string,
  args: ParsedArguments,
  now: number,
) => Proven;

const verifiers = {
  webhook: ({ body, authorization }, secret, args) => {
    const { url, registeredUrl } = readWebhookUrls(args);
    const data = verifyWebhook(
      { url, body, authorization },
      { registeredUrl, secret, schemes, meetingIDs: 'any' },
    );
    return { data, lines: describeWebhook(data) };
  },
  'recording-ready': ({ body }, secret) => {
    const data = verifyRecordingReady(body, { secret, allowHs512: true });
    return { data, lines: describeRecordingReady(data) };
  },
  analytics: ({ body, authorization }, secret, _args, now) => {
    const data = verifyAnalytics({ body, authorization }, { secret, now });
    return { data, lines: describeAnalytics(data) };
  },
} as const satisfies Record<string, Verifier>;

const kinds = Object.keys(verifiers);

/** Proves that a callback comes from the server whose secret is known. */
export const verify: Command = {
  name: 'verify',
  summary: 'Checks whether a callback that came in is genuine.',
  usage: [
    'verify webhook --url <url> --body <file|-> [options]',
    'verify recording-ready --body <file|-> [options]',
    'verify analytics --body <file|-> --authorization-file <file> [options]',
  ],
  options: {
    ...callbackOptions,
    'secret-file': serverOptions['secret-file'],
    ...formatOptions,
  },
  firstWords: kinds,
  notes: ['The code is 0 for a genuine callback and 1 for any other.'],
  examples: [
    'verify webhook --url "https://me.example.org/hook?checksum=…" --body body.txt',
    'verify recording-ready --body - < body.txt',
  ],
  async run(args, terminal) {
    const [kind = '', ...more] = args.words;
    if (more.length > 0 || !Object.hasOwn(verifiers, kind)) {
      throw new UsageError(`Which callback? One of ${kinds.join(', ')}.`);
    }
    const verifier: Verifier = verifiers[kind as keyof typeof verifiers];
    const format = chooseFormat(args, terminal);
    if (kind === 'webhook') readWebhookUrls(args);
    const received = await readCallback(args, terminal);
    const secret = (await readSecret(args, terminal)).trim();
    try {
      const { data, lines } = verifier(received, secret, args, terminal.clock.now());
      writeLines(terminal.stdout, format === 'json' ? [toJson(data)] : lines);
      return exitCodes.ok;
    } catch (error) {
      if (!isBbbError(error)) throw error;
      const { bad } = stylesFor(terminal, 'stderr');
      writeLines(
        terminal.stderr,
        format === 'json'
          ? [toJson(errorAsData(error))]
          : [bad(verdict(error)), `  ${detailsOf(error)}`],
      );
      return exitCodes.failed;
    }
  },
};

function verdict({ code }: BbbError): string {
  return code === 'access_denied' ? 'Not genuine.' : 'Not such a callback, or damaged.';
}
