import { type Context, Hono } from 'hono';
import type { SimulatedServer } from '../../calls/call.ts';
import type { LiveStreams } from '../live/live-streams.ts';
import { lobbyRoutes } from './lobby-routes.ts';
import {
  field,
  moderatorsOnly,
  refuse,
  type SessionEnv,
  whilePresent,
  withSession,
} from './page-session.ts';

const longestMessage = 500;

/**
 * Builds what the buttons of the meeting page call. The session token in the header is the right
 * that counts. Errors are JSON with a code.
 */
export function actionRoutes(server: SimulatedServer, streams: LiveStreams): Hono<SessionEnv> {
  const { state } = server;
  const app = new Hono<SessionEnv>();
  app.use('/html5client/:action{.+}', async (c, next) =>
    c.req.method === 'POST' ? withSession(server)(c, next) : next(),
  );

  app.post('/html5client/live', (c) => streams.open(c.get('session')));

  app.post('/html5client/chat', whilePresent, async (c) => {
    if (!c.get('session').meeting.mayChat(c.get('user').role)) return turnedOff(c);
    const text = await field(c, 'text');
    if (typeof text !== 'string' || text.trim() === '' || text.length > longestMessage) {
      const message = `A message has between 1 and ${longestMessage} characters.`;
      return refuse(c, 400, 'invalid_body', message);
    }
    c.get('session').meeting.say(c.get('user'), text.trim(), state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/hand', whilePresent, async (c) => {
    if (!c.get('session').meeting.hasFeature('raiseHand')) return turnedOff(c);
    const raised = await field(c, 'raised');
    if (typeof raised !== 'boolean') return refuse(c, 400, 'invalid_body', 'raised is a boolean.');
    const { internalUserID } = c.get('user');
    c.get('session').meeting.raiseHand(internalUserID, raised, state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/recording', whilePresent, moderatorsOnly, async (c) => {
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

  // Somebody who waits may leave as well as somebody who is in.
  app.post('/html5client/leave', (c) => {
    const { meeting, user, sessionToken } = c.get('session');
    state.sessions.close(sessionToken);
    meeting.lobby.withdraw(user.internalUserID);
    meeting.leave(user.internalUserID, state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/remove', whilePresent, moderatorsOnly, async (c) => {
    const { meeting } = c.get('session');
    const id = await field(c, 'id');
    if (typeof id !== 'string') return refuse(c, 400, 'invalid_body', 'id is a text.');
    if (id === c.get('user').internalUserID) {
      return refuse(c, 400, 'invalid_body', 'To go yourself, leave.');
    }
    if (meeting.user(id) === undefined) {
      return refuse(c, 404, 'not_found', 'This person is no longer in the meeting.');
    }
    for (const session of state.sessions.all()) {
      if (session.meeting !== meeting || session.user.internalUserID !== id) continue;
      state.sessions.close(session.sessionToken, 'removed');
    }
    meeting.leave(id, state.settle());
    return c.body(null, 204);
  });

  app.post('/html5client/end', whilePresent, moderatorsOnly, (c) => {
    c.get('session').meeting.end(state.settle());
    return c.body(null, 204);
  });

  app.route('/html5client/lobby', lobbyRoutes());
  return app;
}

function turnedOff(c: Context) {
  return refuse(c, 409, 'turned_off', 'This is turned off in this meeting.');
}
