import { parse } from 'hono/utils/cookie';
import { adminAbsoluteLifetime } from '../storage/admins.ts';
import { second } from '../clock.ts';
import { hashOf } from '../tokens.ts';

/** Other hosts and paths cannot set the cookie; browsers refuse the prefix on plain http. */
function nameOf(secure: boolean): string {
  return secure ? '__Host-lti_admin' : 'lti_admin';
}

const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Builds the `Set-Cookie` value that keeps an administrator signed in. */
export function adminCookie(token: string, secure: boolean): string {
  return `${nameOf(secure)}=${token}; Max-Age=${adminAbsoluteLifetime / second}; ${attributes}`;
}

/** Builds the `Set-Cookie` value that removes it. */
export function clearedAdminCookie(secure: boolean): string {
  return `${nameOf(secure)}=; Max-Age=0; ${attributes}`;
}

/** Reads the token of an administrator from a `Cookie` header. */
export function adminTokenIn(header: string | undefined, secure: boolean): string | undefined {
  const token = parse(header ?? '')[nameOf(secure)];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/**
 * Makes the token that every form of a session carries. Only whoever knows the session's own token
 * can make it, and it tells nothing about that one.
 */
export function formTokenOf(sessionToken: string): string {
  return hashOf(`form ${sessionToken}`);
}
