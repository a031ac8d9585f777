import type { z } from 'zod';
import { ToolError } from './tool-error.ts';

/** Larger than any launch: a token of 32 KiB, or a hint of 8 KiB with every byte escaped. */
const largestBody = 64 * 1024;

/**
 * Reads a body of a known media type as it was sent, before anything parses it.
 *
 * Throws `wrong_content_type` or `body_too_large`.
 */
export async function readBytes(
  request: Request,
  mediaType: string,
  most: number = largestBody,
): Promise<Uint8Array> {
  const sent = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (sent !== mediaType) throw new ToolError('wrong_content_type');
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > most) throw new ToolError('body_too_large');
  // A connection holds a body to the length it names; reading it whole costs less than a stream.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new ToolError('body_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a body as text. Throws what {@link readBytes} throws, and `body_unreadable` (not UTF-8). */
async function readBody(request: Request, mediaType: string, most?: number): Promise<string> {
  const bytes = await readBytes(request, mediaType, most);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new ToolError('body_unreadable');
  }
}

/** Reads a posted form. Throws what {@link readBody} throws, and `parameter_repeated`. */
export async function readForm(request: Request): Promise<Fields> {
  const body = await readBody(request, 'application/x-www-form-urlencoded');
  return fieldsOf(new URLSearchParams(body));
}

/** Reads a posted JSON object. Throws what {@link readBody} throws. */
export async function readJson(request: Request, most?: number): Promise<unknown> {
  const body = await readBody(request, 'application/json', most);
  try {
    return JSON.parse(body);
  } catch {
    throw new ToolError('body_unreadable');
  }
}

/**
 * Reads a posted JSON object of a known shape. Throws what {@link readJson} throws, and
 * `body_unreadable` for another shape.
 */
export async function readJsonAs<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
  const { data, success } = shape.safeParse(await readJson(request));
  if (!success) throw new ToolError('body_unreadable');
  return data;
}

/** Names and values of a form or query, each name once. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Collects a query's fields. Throws `parameter_repeated` when a name comes twice, and
 * `body_unreadable` for null characters, which no database keeps.
 */
export function fieldsOf(params: URLSearchParams): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of params) {
    if (fields.has(name)) throw new ToolError('parameter_repeated', name.slice(0, 64));
    if (value.includes('\0')) throw new ToolError('body_unreadable');
    fields.set(name, value);
  }
  return fields;
}
