import type { Terminal } from '../terminal.ts';
import { UsageError } from '../problems.ts';
import type { OptionSpecs, ParsedArguments } from './options.ts';
import { readBytes } from './read-bytes.ts';

/** Options that say what a callback looked like when it came in. */
export const callbackOptions = {
  url: { value: 'url', help: 'Address the callback came in by, with its checksum (webhook).' },
  registered: {
    value: 'url',
    help: 'Address given to hooks/create; otherwise --url without the checksum.',
  },
  body: { value: 'file|-', help: 'Body as it came in, byte for byte; - is standard input.' },
  'authorization-file': {
    value: 'file|-',
    help: 'Value of the Authorization header (analytics); it opens things, so it is no option.',
  },
} as const satisfies OptionSpecs;

/** A callback as it came in. */
export interface ReceivedCallback {
  readonly body: Uint8Array;
  readonly authorization?: string;
}

/** Reads body and header of a callback. Throws UsageError for what is missing or unreadable. */
export async function readCallback(
  args: ParsedArguments,
  terminal: Terminal,
): Promise<ReceivedCallback> {
  const { body, 'authorization-file': header } = args.values;
  if (body === undefined)
    throw new UsageError('Name the body: --body <file>, or --body - for a pipe.');
  if (body === '-' && header === '-') {
    throw new UsageError('Only one of --body and --authorization-file can be -.');
  }
  const bytes = await readBytes(body, terminal);
  if (header === undefined) return { body: bytes };
  const text = new TextDecoder().decode(await readBytes(header, terminal)).trim();
  return { body: bytes, authorization: text.replace(/^authorization:\s*/i, '') };
}

/** Gives the address a webhook came in by and the one it was registered with. */
export function readWebhookUrls(args: ParsedArguments): {
  readonly url: string;
  readonly registeredUrl: string;
} {
  const { url, registered } = args.values;
  if (url === undefined || !URL.canParse(url)) {
    throw new UsageError('Name the whole address it came in by: --url "https://…?checksum=…".');
  }
  return { url, registeredUrl: registered ?? withoutChecksum(url) };
}

/** The server adds the checksum as the last pair of the query. */
function withoutChecksum(url: string): string {
  return url.replace(/[?&]checksum=[^&#]*$/, '');
}
