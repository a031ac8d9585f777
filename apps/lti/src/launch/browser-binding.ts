import { parse } from 'hono/utils/cookie';
import { hashOf } from '../tokens.ts';
import { loginLifetime } from '../storage/logins.ts';

/**
 * Names of the two cookies that tie a login to one browser. Inside a frame most browsers return
 * only the partitioned one; the other is for browsers that do not know partitions.
 */
function cookieNames(state: string, secure: boolean): { partitioned: string; plain: string } {
  // The prefix forbids other hosts to set the cookie; browsers refuse it on plain http.
  const prefix = secure ? '__Host-' : '';
  const login = hashOf(state).slice(0, 8);
  return { partitioned: `${prefix}lti_${login}`, plain: `${prefix}ltiu_${login}` };
}

const attributes = 'Path=/; Secure; HttpOnly; SameSite=None';

/** Builds the `Set-Cookie` values that tie a login to this browser. */
export function bindingCookies(state: string, binding: string, secure: boolean): string[] {
  const names = cookieNames(state, secure);
  const lifetime = `Max-Age=${loginLifetime / 1000}`;
  return [
    `${names.partitioned}=${binding}; ${lifetime}; ${attributes}; Partitioned`,
    `${names.plain}=${binding}; ${lifetime}; ${attributes}`,
  ];
}

/** Builds the `Set-Cookie` values that remove them again. */
export function clearedBindingCookies(state: string, secure: boolean): string[] {
  const names = cookieNames(state, secure);
  return [
    `${names.partitioned}=; Max-Age=0; ${attributes}; Partitioned`,
    `${names.plain}=; Max-Age=0; ${attributes}`,
  ];
}

/** Tells whether the browser that sent this `Cookie` header is the one that began the login. */
export function isBound(
  cookieHeader: string | undefined,
  state: string,
  bindingHash: string,
  secure: boolean,
): boolean {
  const cookies = parse(cookieHeader ?? '');
  const names = cookieNames(state, secure);
  return [cookies[names.partitioned], cookies[names.plain]].some(
    (value) => value !== undefined && hashOf(value) === bindingHash,
  );
}
