import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface GuardedRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface GuardedReply {
  readonly status: number;
  readonly text: string;
  /** The `Date` header: what time it is there. */
  readonly date?: string | undefined;
  /** The `Link` header: where more is. */
  readonly link?: string | undefined;
  /** The `Retry-After` header. */
  readonly retryAfter?: string | undefined;
}

/** Asks an address somebody else named. */
export type GuardedClient = (url: string, request?: GuardedRequest) => Promise<GuardedReply>;

export interface ClientLimits {
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
  /** For labs: lets names and addresses lead to this machine and to private networks. */
  readonly allowPrivate?: boolean;
  /** How names become addresses; the machine's own way unless a test says otherwise. */
  readonly lookup?: typeof systemLookup;
}

/**
 * Makes the only client for addresses of platforms: no redirects, at most 256 KiB, at most 5 s,
 * nothing compressed. Addresses outside the public internet are refused when the connection is
 * made, so that a name cannot change its address between a check and the use.
 *
 * What it returns throws where there is no answer within these bounds.
 */
export function guardedClient(limits: ClientLimits = {}): GuardedClient {
  const ask = asker(limits);
  return async (address, request) => {
    const { status, headers, bytes } = await ask(address, request);
    return {
      status,
      text: bytes.toString('utf8'),
      date: headers.date,
      link: headerOf(headers['link']),
      retryAfter: headers['retry-after'],
    };
  };
}

/** Gets a file from an address that somebody named. Throws AnswerTooLarge, and what a client does. */
export type GuardedDownload = (
  url: string,
) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>;

/** Makes what gets files with the same care as {@link guardedClient}, within limits of its own. */
export function guardedDownload(limits: ClientLimits): GuardedDownload {
  const ask = asker(limits);
  return (url) => ask(url, { headers: { accept: '*/*' } });
}

/** An answer that was cut off. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

function asker(limits: ClientLimits) {
  const { maxBytes = 256 * 1024, timeoutMs = 5000, allowPrivate = false } = limits;
  const lookup = allowPrivate ? undefined : publicOnly(limits.lookup ?? systemLookup);
  return async (
    address: string,
    { method = 'GET', headers = {}, body }: GuardedRequest = {},
  ): Promise<Answer> => {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) {
      throw new Error('only https is asked');
    }
    // A name is checked when it is looked up; an address is never looked up.
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (!allowPrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) throw notPublic();
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const options = {
        method,
        signal,
        agent: false,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          'user-agent': 'Bluebridge-LTI',
          ...headers,
        },
        ...(lookup && { lookup }),
      } as const;
      send(url, options, resolve).on('error', reject).end(body);
    });
    const { statusCode = 0, headers: replied } = response;
    return { status: statusCode, headers: replied, bytes: await bytesOf(response, maxBytes) };
  };
}

function headerOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}

async function bytesOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    response.destroy();
    throw new Error('answered in a compressed form');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new AnswerTooLarge(`answered more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** Looks a name up and refuses it when any of its addresses is not public. */
function publicOnly(lookup: typeof systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) return callback(error ?? new Error('the name has no address'), '', 0);
      if (!found.every(({ address }) => isPublicAddress(address))) {
        return callback(notPublic(), '', 0);
      }
      if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

function notPublic(): Error {
  return new Error('leads to this machine or a private network');
}
