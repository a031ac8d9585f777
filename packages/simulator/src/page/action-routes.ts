import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { MeetingUser } from '../state/meeting.ts';
import type { ServerState } from '../state/server-state.ts';
import type { Session } from '../state/sessions.ts';
import type { LiveStreams } from './live-streams.ts';

interface PageEnv {
  Variables: { session: Session };
}

interface PresentEnv {
  Variables: { session: Session; user: MeetingUser };
}

const longestMessage = 500;

/**
 * Builds what the buttons of the meeting page call. The session token in the header is the only
 * right that counts; no cookie is read. Errors are JSON with a code.
 */
export function actionRoutes(state: ServerState, streams: LiveStreams): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  const withSession = createMiddleware<PageEnv>(async (c, next) => {
    state.settle();
    const session = state.sessions.find(c.req.header('x-session-token') ?? '');
    if (session === undefined) return refuse(c, 401, 'invalid_session', 'Please join again.');
    c.set('session', session);
    return next();
  });

  const whilePresent = createMiddleware<PresentEnv>(async (c, next) => {
    const { meeting, user } = c.get('session');
    const present = meeting.user(user.internalUserID);
    if (meeting.ending !== undefined || present === undefined) {
      return refuse(c, 409, 'not_in_meeting', 'You are not in the meeting.');
    }
    c.set('user', present);
    await next();
    state.changed();
    return undefined;
  });

  const moderatorsOnly = createMiddleware<PresentEnv>(async (c, next) => {
    if (c.get('user').role === 'MODERATOR') return next();
    return refuse(c, 403, 'moderators_only', 'Only moderators can do this.');
  });

  app.post('/html5client/live', withSession, (c) => streams.open(c.get('session')));

  app.post('/html5client/chat', withSession, whilePresent, async (c) => {
    const text = await field(c, 'text');
    if (typeof text !== 'string' || text.trim() === '' || text.length > longestMessage) {
      const message = `A message has between 1 and ${longestMessage} characters.`;
      return refuse(c, 400, 'invalid_body', message);
    }
    c.get('session').meeting.say(c.get('user'), text.trim(), state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/hand', withSession, whilePresent, async (c) => {
    const raised = await field(c, 'raised');
    if (typeof raised !== 'boolean') return refuse(c, 400, 'invalid_body', 'raised is a boolean.');
    c.get('user').handRaised = raised;
    return c.body(null, 204);
  });

  app.post('/html5client/recording', withSession, whilePresent, moderatorsOnly, async (c) => {
    const on = await field(c, 'on');
    if (typeof on !== 'boolean') return refuse(c, 400, 'invalid_body', 'on is a boolean.');
    const { recording } = c.get('session').meeting;
    if (!recording.isControllable) {
      return refuse(c, 409, 'not_recordable', 'Recording cannot be switched in this meeting.');
    }
    if (on) recording.start(state.settle());
    else recording.stop(state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/leave', withSession, whilePresent, (c) => {
    const { meeting, user, sessionToken } = c.get('session');
    state.sessions.close(sessionToken);
    meeting.leave(user.internalUserID, state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/end', withSession, whilePresent, moderatorsOnly, (c) => {
    c.get('session').meeting.end(state.settle());
    return c.body(null, 204);
  });

  return app;
}

function refuse(c: Context, status: 400 | 401 | 403 | 409, code: string, message: string) {
  return c.json({ error: { code, message } }, status);
}

/** Reads one member of a JSON body; undefined when the body is not a JSON object. */
async function field(c: Context, name: string): Promise<unknown> {
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  } catch {
    return undefined;
  }
}
