import type { Browser } from './browser.ts';

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
}

/** Calls the API as whoever has logged in with a browser. */
export interface Api {
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
}

/** Opens the API of the app, and by a path from the root that of Nextcloud. */
export function apiOf(browser: Browser): Api {
  return {
    async call(method, path, body) {
      const base = path.startsWith('/') ? '' : '/ocs/v2.php/apps/bluebridge/api/v1/';
      const { status, text } = await browser.send(`${base}${path}`, {
        method,
        headers: {
          accept: 'application/json',
          'ocs-apirequest': 'true',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const envelope = (text === '' ? {} : JSON.parse(text)) as { ocs?: { data?: unknown } };
      return { status, data: envelope.ocs?.data };
    },
  };
}
