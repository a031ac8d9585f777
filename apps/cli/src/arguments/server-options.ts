import {
  dialects,
  type HashAlgorithm,
  hashAlgorithms,
  type Server,
  serverFrom,
} from '@bluebridge/core';
import type { CallSpec } from '@bluebridge/core/catalogue';
import { NotConfigured } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { withExtensions } from './extension-names.ts';
import type { OptionSpecs, ParsedArguments } from './options.ts';
import { readSecret } from './secret.ts';

/** Options of every command that talks as a server’s client. */
export const serverOptions = {
  endpoint: { value: 'url', help: 'Endpoint; otherwise BBB_ENDPOINT.' },
  dialect: {
    value: 'name',
    choices: Object.keys(dialects),
    help: 'Kind of server; otherwise BBB_DIALECT, or bigbluebutton.',
  },
  algorithm: {
    value: 'name',
    choices: hashAlgorithms,
    help: 'Hash for the checksum; otherwise the best that the kind of server takes.',
  },
  'secret-file': {
    value: 'file',
    help: 'File that holds the secret; otherwise BBB_SECRET, or a hidden prompt.',
  },
} as const satisfies OptionSpecs;

/**
 * Makes the server from options and environment, asking a person for the secret if it is missing
 * and the call is signed.
 * Throws NotConfigured, or BbbError `not_configured`, saying what to set.
 */
export async function readServer(
  args: ParsedArguments,
  terminal: Terminal,
  call?: CallSpec,
): Promise<Server> {
  const endpoint = args.values['endpoint'] ?? terminal.env['BBB_ENDPOINT'] ?? '';
  if (endpoint.trim() === '') {
    throw new NotConfigured(
      'No endpoint. Set BBB_ENDPOINT, for example to https://bbb.example.org/bigbluebutton/',
    );
  }
  const dialect = args.values['dialect'] ?? emptyAsMissing(terminal.env['BBB_DIALECT']);
  // A wrong endpoint, dialect or extension is reported before anybody is asked for a secret.
  const server = serverFrom({
    endpoint,
    secret: 'not known yet',
    ...(dialect !== undefined && { dialect }),
  });
  const extended = withExtensions(server, args, terminal);
  if (call !== undefined && call.auth !== 'checksum') return extended;
  const secret = (await readSecret(args, terminal)).trim();
  return { ...extended, secret, ...readAlgorithm(args) };
}

/** The chosen hash signs calls under `hooks/` too. */
function readAlgorithm(args: ParsedArguments): Partial<Server> {
  const algorithm = args.values['algorithm'] as HashAlgorithm | undefined;
  if (algorithm === undefined) return {};
  return { hashAlgorithm: algorithm, hooksHashAlgorithm: algorithm };
}

function emptyAsMissing(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
