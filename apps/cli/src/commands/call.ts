import { buildRequest, createClient, type HttpRequest, redactUrl } from '@bluebridge/core';
import type { CallSpec } from '@bluebridge/core/catalogue';
import { bodyOptions, readBody } from '../arguments/call-body.ts';
import { callNamed, readParams } from '../arguments/call-words.ts';
import { extensionOptions } from '../arguments/extension-names.ts';
import { readServer, serverOptions } from '../arguments/server-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseFormat } from '../output/choose-format.ts';
import { describeReply } from '../output/describe-reply.ts';
import { toJson } from '../output/json.ts';
import type { Fields } from '../output/list-layouts.ts';
import { maskReply } from '../output/mask-reply.ts';
import { stylesFor } from '../output/styles.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import { type Command, formatOptions } from './command.ts';

/** Sends any call of the catalogue and prints its reply. */
export const call: Command = {
  name: 'call',
  summary: 'Sends a call to the server and shows the reply.',
  usage: ['call <call> [name=value …] [options]', 'call <call> --help'],
  options: {
    ...serverOptions,
    ...extensionOptions,
    ...bodyOptions,
    ...formatOptions,
    'dry-run': { help: 'Shows what would be sent, without the checksum, and sends nothing.' },
    'show-secrets': { help: 'Shows passwords and tokens of the reply instead of ***.' },
  },
  notes: ['Names and values are checked before anything is sent.'],
  examples: [
    'call getMeetings',
    'call getMeetingInfo meetingID=room-1 --json',
    'call create meetingID=room-1 name=Physics record=true --document slides.pdf',
    'call getRecordings state=published,unpublished limit=20',
    'call end meetingID=room-1 --dry-run',
  ],
  takesCall: true,
  async run(args, terminal) {
    const [word, ...rest] = args.words;
    if (word === undefined) {
      throw new UsageError('Which call? For example: bluebridge call getMeetings');
    }
    const { name, spec } = callNamed(word);
    const params = readParams(rest, spec);
    const format = chooseFormat(args, terminal);
    const body = await readBody(args, spec, terminal);
    const server = await readServer(args, terminal, spec);
    if (args.has('dry-run')) {
      const request = buildRequest(server, name, params, body as never);
      writeLines(terminal.stdout, describeRequest(request, format));
      return exitCodes.ok;
    }
    requireSendable(spec, params);
    const { transport, clock, interrupt } = terminal;
    const client = createClient(server, {
      transport,
      sleep: (ms, signal = interrupt) => clock.sleep(ms, signal),
    });
    const reply: Fields = await client.call(name, params, {
      ...(body !== undefined && { body: body as never }),
      signal: interrupt,
    });
    const shown = args.has('show-secrets') ? reply : (maskReply(reply) as Fields);
    const lines =
      format === 'json'
        ? [toJson(shown)]
        : describeReply(shown, spec.reply, stylesFor(terminal, 'stdout'));
    writeLines(terminal.stdout, lines);
    return exitCodes.ok;
  },
};

/** What a browser opens answers a page, not a reply, unless it is told not to redirect. */
function requireSendable({ name, effect }: CallSpec, params: Fields): void {
  if (effect !== 'browser' || params['redirect'] === false) return;
  throw new UsageError(
    `${name} is opened in a browser. For the link: bluebridge sign ${name} … --url. ` +
      'To send it from here all the same, add redirect=false.',
  );
}

function describeRequest(
  { method, url, headers, body }: HttpRequest,
  format: 'json' | 'table',
): readonly string[] {
  const bytes = body?.byteLength ?? 0;
  const shown = { method, url: redactUrl(url), headers, bodyBytes: bytes };
  if (format === 'json') return [toJson(shown)];
  const about = bytes === 0 ? [] : [`body ${bytes} bytes, ${headers['content-type'] ?? 'unknown'}`];
  return [`${method} ${shown.url}`, ...about, 'Nothing was sent.'];
}
