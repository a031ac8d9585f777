import type { Failure } from '../wire/envelopes.ts';
import { Parameters, parseQuery } from '../wire/raw-query.ts';

const largestBody = 2 * 1024 * 1024;
const formType = 'application/x-www-form-urlencoded';
const supportedTypes = [formType, 'multipart/form-data', 'application/xml', 'text/xml'];

/** The body of a request. */
export interface ReceivedBody {
  /** Lower case, without parameters; '' when the request named none. */
  contentType: string;
  isPresent: boolean;
  text: string;
  bytes: Uint8Array;
  /** What a form body adds to the parameters of the query. */
  params: Parameters;
}

/** Reads the body of a request; undefined when it is larger than the server takes. */
export async function receiveBody(request: Request): Promise<ReceivedBody | undefined> {
  const { headers, method } = request;
  const contentType = mediaType(headers.get('content-type'));
  const isPresent =
    Number(headers.get('content-length') ?? 0) > 0 || headers.has('transfer-encoding');
  if (Number(headers.get('content-length') ?? 0) > largestBody) return undefined;
  const bytes = isPresent ? await readAtMost(request, largestBody) : Buffer.alloc(0);
  if (bytes === undefined) return undefined;
  const text = bytes.toString('utf8');
  const isForm = method === 'POST' && contentType === formType;
  const params = isForm ? parseQuery(text) : new Parameters([]);
  return { contentType, isPresent, text, bytes, params };
}

/** Returns the media type of a Content-Type header: lower case, without parameters. */
export function mediaType(header: string | null | undefined): string {
  return header?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Lists the violation of sending a body of a type that the API does not read. */
export function contentTypeViolations({ contentType, isPresent }: ReceivedBody): Failure[] {
  if (!isPresent || supportedTypes.includes(contentType)) return [];
  const message = 'POST request Content-Type is missing or unsupported';
  return [{ key: 'unsupportedContentType', message }];
}

async function readAtMost(request: Request, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
