import { type EventListener, readEvents } from '@bluebridge/browser';
import type { Problem } from '../../rooms/api-replies.ts';

/** An answer of the tool that is no success, with its code and words for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  /** The whole answer, which may say more. */
  readonly body: unknown;

  constructor(status: number, problem: Problem, body?: unknown) {
    super(problem.message);
    this.status = status;
    this.code = problem.code;
    this.body = body;
  }
}

/** Sends a request to the tool and reads its JSON reply. Throws ApiError, or TypeError offline. */
export async function request<Reply>(path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(path, { ...init, credentials: 'omit', cache: 'no-store' });
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return body as Reply;
  throw new ApiError(response.status, problemIn(body), body);
}

function problemIn(body: unknown): Problem {
  const error = (body as { error?: Problem } | undefined)?.error;
  return error ?? { code: 'internal', message: '' };
}

/** What a page of a room may ask, in the name of its session. */
export interface Api {
  get<Reply>(path: string, signal?: AbortSignal): Promise<Reply>;
  /** Reads a stream of events until it ends. */
  stream(path: string, signal: AbortSignal, onEvent: EventListener): Promise<void>;
  /** Posts a JSON body, or none. */
  post<Reply>(path: string, body?: unknown): Promise<Reply>;
  /** Posts a file as it is, with its name. */
  upload<Reply>(path: string, file: File): Promise<Reply>;
}

/** Creates the API of a session from its bearer token. */
export function apiWith(token: string): Api {
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path, signal) => request(path, { headers, ...(signal && { signal }) }),
    async stream(path, signal, onEvent) {
      const init = { headers, signal, credentials: 'omit', cache: 'no-store' } as const;
      const response = await fetch(path, init);
      if (!response.ok || !response.body) {
        const body = (await response.json().catch(() => undefined)) as unknown;
        throw new ApiError(response.status, problemIn(body), body);
      }
      await readEvents(response.body, onEvent);
    },
    post: (path, body) =>
      request(path, {
        method: 'POST',
        ...(body === undefined
          ? { headers }
          : {
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      }),
    upload: (path, file) =>
      request(path, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/octet-stream',
          'x-document-name': encodeURIComponent(file.name),
        },
        body: file,
      }),
  };
}
