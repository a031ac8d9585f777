import type { Context } from 'hono';
import { mediaType } from '../calls/request-body.ts';
import { InputError } from '../input/input-error.ts';
import { parseJson } from '../input/parse-json.ts';
import type { Reader } from '../input/readers.ts';
import { ControlRefused } from '../input/control-refused.ts';

const largestBody = 32 * 1024 * 1024;

/** A body that is not looked into: of another type than JSON, or far too large. */
class BodyRefused extends Error {
  readonly code: 'unsupported_type' | 'too_large';
  readonly status: 413 | 415;

  constructor(code: BodyRefused['code'], message: string) {
    super(message);
    this.name = 'BodyRefused';
    this.code = code;
    this.status = code === 'too_large' ? 413 : 415;
  }
}

/**
 * Reads the body of a request to the control API; an empty one counts as `{}`. Errors: InputError
 * when it is not of the wanted shape, BodyRefused when it is not JSON by its type or too large.
 */
export async function readBody<T>(c: Context, reader: Reader<T, unknown>): Promise<T> {
  // A form of a foreign page can be posted without asking; JSON cannot.
  if (mediaType(c.req.header('content-type')) !== 'application/json') {
    throw new BodyRefused('unsupported_type', 'Send JSON with Content-Type: application/json.');
  }
  const body = Buffer.from(await c.req.arrayBuffer());
  if (body.byteLength > largestBody) {
    throw new BodyRefused('too_large', 'The body may have up to 32 MB.');
  }
  return parseJson(body.toString('utf8') || '{}', reader);
}

/** Answers with what is wrong with a body, or does not fit; anything else is thrown again. */
export function answerProblem(error: unknown, c: Context): Response {
  if (error instanceof InputError) {
    const { code, path, message } = error;
    return c.json({ error: { code, path, message } }, 400);
  }
  if (error instanceof ControlRefused) {
    const { code, path, message } = error;
    return c.json({ error: { code, path, message } }, 409);
  }
  if (error instanceof BodyRefused) {
    return c.json({ error: { code: error.code, message: error.message } }, error.status);
  }
  throw error;
}
