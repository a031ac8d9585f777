import type { Problem } from '../../rooms/api-replies.ts';

/** An answer of the tool that is no success, with its code and words for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.code = problem.code;
  }
}

/** Sends a request to the tool and reads its JSON reply. Throws ApiError, or TypeError offline. */
export async function request<Reply>(path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await fetch(path, { ...init, credentials: 'omit', cache: 'no-store' });
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return body as Reply;
  throw new ApiError(response.status, problemIn(body));
}

function problemIn(body: unknown): Problem {
  const error = (body as { error?: Problem } | undefined)?.error;
  return error ?? { code: 'internal', message: '' };
}

/** What a page of a room may ask, in the name of its session. */
export interface Api {
  get<Reply>(path: string, signal?: AbortSignal): Promise<Reply>;
  post<Reply>(path: string): Promise<Reply>;
}

/** Creates the API of a session from its bearer token. */
export function apiWith(token: string): Api {
  const headers = { authorization: `Bearer ${token}` };
  return {
    get: (path, signal) => request(path, { headers, ...(signal && { signal }) }),
    post: (path) => request(path, { method: 'POST', headers }),
  };
}
