import type { SessionReply } from '../../rooms/api-replies.ts';
import { type Api, apiWith, request } from './api.ts';
import { roomId } from './page.ts';

/**
 * Opens the session of this page: with the one-time code in its address if there is one, else
 * with the token kept from before a reload. Answers undefined when there is neither.
 */
export async function openSession(): Promise<Api | undefined> {
  const token = await openToken('/api/session', roomId);
  return token === undefined ? undefined : apiWith(token);
}

/** Opens it at the address that takes the codes, and answers the token; `of` is what it is about. */
export async function openToken(at: string, of: string): Promise<string | undefined> {
  const code = location.hash.slice(1);
  if (code === '') return kept(of);
  // The code must not stay in the history, used or not.
  history.replaceState(null, '', location.pathname + location.search);
  try {
    const { token } = await request<SessionReply>(at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    keep(of, token);
    return token;
  } catch (error) {
    const earlier = kept(of);
    if (earlier !== undefined) return earlier;
    throw error;
  }
}

/** Tells whether this tab has a session of the room. */
export function hasKeptSession(): boolean {
  return kept(roomId) !== undefined;
}

/** One tab may show several rooms in frames that share this storage. */
function storageKey(of: string): string {
  return `bluebridge:${of}`;
}

// Browsers may forbid storage in frames; then a page lives as long as it is not reloaded.
function kept(of: string): string | undefined {
  try {
    return sessionStorage.getItem(storageKey(of)) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(of: string, token: string): void {
  try {
    sessionStorage.setItem(storageKey(of), token);
  } catch {
    // See above.
  }
}
