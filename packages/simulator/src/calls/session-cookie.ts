import type { Session } from '../state/sessions.ts';

/** Returns the value of the JSESSIONID cookie of a request; '' when it has none. */
export function sessionCookieIn(headers: Headers): string {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const prefix = 'JSESSIONID=';
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
}

/** Tells whether a browser may use a session: it has its cookie, or the meeting needs none. */
export function mayUse({ meeting, cookie }: Session, headers: Headers): boolean {
  return meeting.settings.allowRequestsWithoutSession || sessionCookieIn(headers) === cookie;
}
