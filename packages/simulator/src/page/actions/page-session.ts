import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { SimulatedServer } from '../../calls/call.ts';
import { mayUse } from '../../calls/session-cookie.ts';
import type { Session } from '../../state/sessions.ts';
import type { MeetingUser } from '../../state/user.ts';

export interface SessionEnv {
  Variables: { session: Session };
}

export interface PresentEnv {
  Variables: { session: Session; user: MeetingUser };
}

/**
 * Lets only pages of this server with a valid session token in the header through, and its cookie
 * only where the server needs it. Errors: 403 `cross_site`, 401 `invalid_session`.
 */
export function withSession({ state, profile }: SimulatedServer) {
  const { pageNeedsCookie } = profile.meetings;
  return createMiddleware<SessionEnv>(async (c, next) => {
    const site = c.req.header('sec-fetch-site') ?? 'same-origin';
    if (site !== 'same-origin') {
      return refuse(c, 403, 'cross_site', 'Only the meeting page itself can do this.');
    }
    state.settle();
    const session = state.sessions.find(c.req.header('x-session-token') ?? '');
    if (session === undefined || (pageNeedsCookie && !mayUse(session, c.req.raw.headers))) {
      return refuse(c, 401, 'invalid_session', 'Please join again.');
    }
    c.set('session', session);
    await next();
    state.changed();
    return undefined;
  });
}

/** Lets only people through who are in their meeting. Errors: 409 `not_in_meeting`. */
export const whilePresent = createMiddleware<PresentEnv>(async (c, next) => {
  const { meeting, user } = c.get('session');
  const present = meeting.user(user.internalUserID);
  if (meeting.ending !== undefined || present === undefined) {
    return refuse(c, 409, 'not_in_meeting', 'You are not in the meeting.');
  }
  c.set('user', present);
  return next();
});

/** Lets only moderators through. Errors: 403 `moderators_only`. */
export const moderatorsOnly = createMiddleware<PresentEnv>(async (c, next) => {
  if (c.get('user').role === 'MODERATOR') return next();
  return refuse(c, 403, 'moderators_only', 'Only moderators can do this.');
});

export function refuse(
  c: Context,
  status: 400 | 401 | 403 | 404 | 409,
  code: string,
  message: string,
) {
  return c.json({ error: { code, message } }, status);
}

/** Reads one member of a JSON body; undefined when the body is not a JSON object. */
export async function field(c: Context, name: string): Promise<unknown> {
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  } catch {
    return undefined;
  }
}
