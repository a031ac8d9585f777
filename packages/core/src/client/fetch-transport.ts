import { BbbError } from '../errors/index.ts';
import type { HttpRequest } from '../request/build-request.ts';
import type { HttpResponse } from '../response/interpret-response.ts';
import { maxReplyBytes } from '../response/parse-xml.ts';
import type { StreamedResponse, Transport } from './transport.ts';

/** The part of `fetch` that is used; hosts may hand in a guarded one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Makes a transport over `fetch`. Redirects are handed back, not followed; reading stops with
 * `bad_reply` as soon as the body is larger than the cap.
 */
export function fetchTransport(
  options: { readonly fetch?: Fetch; readonly maxBytes?: number } = {},
): Transport {
  const send = options.fetch ?? fetch;
  const maxBytes = options.maxBytes ?? maxReplyBytes;
  const open = (request: HttpRequest, signal: AbortSignal): Promise<Response> =>
    send(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body && { body: request.body }),
      redirect: 'manual',
      signal,
    });
  return {
    async send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
      try {
        const response = await open(request, signal);
        return { ...headOf(response), body: await readCapped(response, maxBytes) };
      } catch (error) {
        throw asBbbError(error, signal);
      }
    },
    async openStream(request: HttpRequest, signal: AbortSignal): Promise<StreamedResponse> {
      try {
        const response = await open(request, signal);
        return { ...headOf(response), body: readChunks(response, signal) };
      } catch (error) {
        throw asBbbError(error, signal);
      }
    },
  };
}

function headOf(response: Response): { status: number; headers: Record<string, string> } {
  return { status: response.status, headers: Object.fromEntries(response.headers) };
}

async function* readChunks(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (response.body !== null) yield* response.body;
  } catch (error) {
    throw asBbbError(error, signal);
  }
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return new Uint8Array();
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const reason = 'too_large';
      throw new BbbError('bad_reply', `the reply is over ${maxBytes} bytes`, { reason });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The platform's own error names the signed URL in its cause, so only a word of it is kept. */
function asBbbError(error: unknown, signal: AbortSignal): BbbError {
  if (error instanceof BbbError) return error;
  if (signal.aborted) {
    return new BbbError('timeout', 'no whole answer in time', { retryable: true });
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = (cause as { code?: unknown } | undefined)?.code;
  const why = typeof code === 'string' ? ` (${code})` : '';
  return new BbbError('unreachable', `the server could not be reached${why}`, {
    retryable: true,
    ...(typeof code === 'string' && { cause: { code } }),
  });
}
