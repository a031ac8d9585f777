import { vi } from 'vitest';

/** What a request is answered with: its data, or a refusal with a status. */
export type Answer =
  | { readonly data: unknown }
  | { readonly status: number; readonly data: unknown };

/** Answers requests to the API by method and path, below `api/v1/`; keeps what was asked. */
export function standIn(answers: Readonly<Record<string, () => Answer>>) {
  const asked: { readonly what: string; readonly body: unknown }[] = [];
  const fetch = (url: string, { method = 'GET', body }: RequestInit = {}) => {
    const what = `${method} ${url.split('/api/v1/')[1] ?? url}`;
    asked.push({
      what,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });
    const answer = answers[what]?.();
    if (!answer) return Promise.reject(new TypeError('Failed to fetch'));
    const status = 'status' in answer ? answer.status : 200;
    return Promise.resolve(Response.json({ ocs: { meta: {}, data: answer.data } }, { status }));
  };
  vi.stubGlobal('fetch', fetch);
  return asked;
}
