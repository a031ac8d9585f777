import { type BbbErrorCode, isBbbError } from '@bluebridge/core';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiErrorWords } from '../views/api-error-words.ts';
import { bbbErrorWords } from '../views/bbb-error-words.ts';
import { errorPage, type Words } from '../views/error-page.ts';
import { toolErrorWords } from '../views/tool-error-words.ts';
import type { Log } from '../log.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Assets } from './assets.ts';
import type { ToolContext } from './context.ts';
import { ToolError } from './tool-error.ts';

/** Status of an answer that depends on the meeting server. */
const bbbStatus: Record<BbbErrorCode, ContentfulStatusCode> = {
  invalid_params: 502,
  not_supported: 502,
  not_configured: 500,
  unreachable: 502,
  timeout: 504,
  bad_reply: 502,
  checksum_rejected: 502,
  meeting_not_found: 404,
  id_not_unique: 409,
  access_denied: 502,
  seats_exhausted: 503,
  server_unavailable: 503,
  server_refused: 502,
};

interface Failure {
  readonly code: string;
  /** What the script of a page reads instead, where that differs. */
  readonly apiWords?: Words | undefined;
  readonly status: ContentfulStatusCode;
  readonly words: Words;
}

/**
 * Makes the one place where errors become answers: a JSON object for the API, a page for people,
 * both with a code and without anything of the error itself.
 */
export function errorHandler(assets: Assets, log: Log) {
  return (error: Error, c: ToolContext): Response | Promise<Response> => {
    const failure = failureOf(error instanceof StorageError ? toolErrorFor(error) : error);
    if (failure.code === 'internal' || failure.code === 'storage_unavailable') {
      const name = error instanceof StorageError ? error.code : error.name;
      log('error', 'failure', { error: name, where: framesOf(error) });
    }
    const mayPass = failure.status === 429 || failure.status === 503;
    if (mayPass && !c.res.headers.has('Retry-After')) c.header('Retry-After', '30');
    const t = c.get('t');
    if (c.req.path.startsWith('/api/')) {
      const { code, words, apiWords = words } = failure;
      return c.json({ error: { code, message: t(apiWords.what) } }, failure.status);
    }
    return c.html(errorPage(t, assets, failure.words, failure.code), failure.status);
  };
}

function failureOf(error: Error): Failure {
  if (isBbbError(error)) {
    const { code } = error;
    return { code, status: bbbStatus[code], words: bbbErrorWords[code] };
  }
  const { code, subject, status } = error instanceof ToolError ? error : new ToolError('internal');
  const support = subject === undefined ? code : `${code} (${subject})`;
  return { code: support, status, words: toolErrorWords[code], apiWords: apiErrorWords[code] };
}

/** A null character is the sender's doing; anything else will pass or is ours to repair. */
function toolErrorFor({ code }: StorageError): ToolError {
  return new ToolError(code === 'text_unstorable' ? 'body_unreadable' : 'storage_unavailable');
}

/** Where it happened, without the message, which might hold data of people. */
function framesOf(error: Error): readonly string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => line.trim());
}
