import type { GuardedClient } from './guarded-client.ts';

/** Gets a JSON document from an address an administrator registered. */
export type FetchJson = (url: string) => Promise<unknown>;

/**
 * Makes what gets JSON documents through the guarded client. It throws when the answer is
 * anything but a JSON document with status 200.
 */
export function guardedFetch(client: GuardedClient): FetchJson {
  return async (url) => {
    const { status, text } = await client(url);
    if (status !== 200) throw new Error(`answered with status ${status}`);
    return JSON.parse(text) as unknown;
  };
}
