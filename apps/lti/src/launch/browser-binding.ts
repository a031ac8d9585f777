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

/** Names of two cookies that only tell whether this browser keeps cookies of ours here. */
function probeNames(secure: boolean): { partitioned: string; plain: string } {
  const prefix = secure ? '__Host-' : '';
  return { partitioned: `${prefix}lti_kept`, plain: `${prefix}ltiu_kept` };
}

const probeLifetime = 30 * 24 * 60 * 60;

/** Builds the `Set-Cookie` values by which we see next time that cookies come back. */
export function probeCookies(secure: boolean): string[] {
  const names = probeNames(secure);
  return [
    `${names.partitioned}=1; Max-Age=${probeLifetime}; ${attributes}; Partitioned`,
    `${names.plain}=1; Max-Age=${probeLifetime}; ${attributes}`,
  ];
}

/** Tells whether a cookie of ours came back with this `Cookie` header. */
export function keepsCookies(cookieHeader: string | undefined, secure: boolean): boolean {
  const cookies = parse(cookieHeader ?? '');
  const names = probeNames(secure);
  return cookies[names.partitioned] !== undefined || cookies[names.plain] !== undefined;
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

/** Tells whether browsers reach us by https, which decides what our cookies may be called. */
export function isSecure({ baseUrl }: { readonly baseUrl: string }): boolean {
  return baseUrl.startsWith('https:');
}
