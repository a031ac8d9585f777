import type { ToolContext } from '../http/context.ts';
import { hashOf } from '../tokens.ts';

/** Tells whether a request loads a page into a frame; undefined where the browser does not say. */
export function isFramed(c: ToolContext): boolean | undefined {
  const destination = c.req.header('sec-fetch-dest');
  return destination === undefined ? undefined : /^(?:i?frame|embed|object)$/.test(destination);
}

/** Names what a platform keeps for the login of a state. */
export function storageKey(state: string): string {
  return `lti_${hashOf(state).slice(0, 16)}`;
}
