import { buildRequest } from '@bluebridge/core';
import { bodyOptions, readBody } from '../arguments/call-body.ts';
import { callNamed, readParams } from '../arguments/call-words.ts';
import { extensionOptions } from '../arguments/extension-names.ts';
import { readServer, serverOptions } from '../arguments/server-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { toJson } from '../output/json.ts';
import { writeLines } from '../output/write.ts';
import { UsageError } from '../problems.ts';
import type { Command } from './command.ts';

/** Prints what is hashed for a call and what comes out, to compare with another program. */
export const sign: Command = {
  name: 'sign',
  summary: 'Shows the query and the checksum of a call, and sends nothing.',
  usage: ['sign <call> [name=value …] [options]'],
  options: {
    ...serverOptions,
    ...extensionOptions,
    ...bodyOptions,
    url: { help: 'Prints the signed address only. Whoever has it can use it.' },
    json: { help: 'Answers JSON.' },
  },
  notes: ['The checksum is the hash of the call’s name, the query and the secret, in this order.'],
  examples: [
    'sign getMeetings',
    'sign create meetingID=room-1 "name=Physics & Maths" --algorithm sha1',
    'sign join meetingID=room-1 "fullName=Ada Lovelace" role=MODERATOR --url',
  ],
  takesCall: true,
  async run(args, terminal) {
    const [word, ...rest] = args.words;
    if (word === undefined) throw new UsageError('Which call? For example: bluebridge sign create');
    const { name, spec } = callNamed(word);
    if (spec.auth !== 'checksum') throw new UsageError(`${word} is not signed.`);
    const params = readParams(rest, spec);
    const body = await readBody(args, spec, terminal);
    const server = await readServer(args, terminal, spec);
    const { url } = buildRequest(server, name, params, body as never);
    const signed = splitSigned(url.slice(`${server.endpoint}api/`.length));
    if (args.has('url')) writeLines(terminal.stdout, [url]);
    else if (args.has('json')) writeLines(terminal.stdout, [toJson(signed)]);
    else writeLines(terminal.stdout, describe(signed));
    return exitCodes.ok;
  },
};

interface Signed {
  readonly call: string;
  readonly query: string;
  readonly checksum: string;
  readonly algorithm: string;
}

/** Takes name, query and checksum out of what follows `api/`; the length tells the hash. */
function splitSigned(tail: string): Signed {
  const [call = '', raw = ''] = tail.split('?', 2);
  const [, query = '', checksum = ''] = /^(?:(.*)&)?checksum=([0-9a-f]+)$/.exec(raw) ?? [];
  const algorithm = { 40: 'sha1', 64: 'sha256', 96: 'sha384', 128: 'sha512' }[checksum.length];
  return { call, query, algorithm: algorithm ?? 'unknown', checksum };
}

function describe({ call, query, algorithm, checksum }: Signed): readonly string[] {
  return [
    `call       ${call}`,
    `query      ${query === '' ? '(empty)' : query}`,
    `hashed     ${call}${query}<secret>`,
    `algorithm  ${algorithm}`,
    `checksum   ${checksum}`,
  ];
}
