import { Hono } from 'hono';
import { field, moderatorsOnly, type PresentEnv, refuse, whilePresent } from './page-session.ts';

const longestLobbyMessage = 500;
const policies: readonly unknown[] = ['ALWAYS_ACCEPT', 'ALWAYS_DENY', 'ASK_MODERATOR'];

/** Builds what moderators do at the door: let people in or turn them away, and tell them something. */
export function lobbyRoutes(): Hono<PresentEnv> {
  const app = new Hono<PresentEnv>();
  app.use('*', whilePresent, moderatorsOnly);

  app.post('/decide', async (c) => {
    const { lobby } = c.get('session').meeting;
    const [id, letIn] = [await field(c, 'id'), await field(c, 'letIn')];
    if (typeof id !== 'string' || typeof letIn !== 'boolean') {
      return refuse(c, 400, 'invalid_body', 'id is a text, letIn a boolean.');
    }
    if (letIn ? lobby.approve(id) : lobby.deny(id)) return c.body(null, 204);
    return refuse(c, 404, 'not_found', 'This person no longer waits.');
  });

  app.post('/decide-all', async (c) => {
    const { lobby } = c.get('session').meeting;
    const letIn = await field(c, 'letIn');
    if (typeof letIn !== 'boolean') return refuse(c, 400, 'invalid_body', 'letIn is a boolean.');
    if (letIn) lobby.approveAll();
    else lobby.denyAll();
    return c.body(null, 204);
  });

  app.post('/message', async (c) => {
    const text = await field(c, 'text');
    if (typeof text !== 'string' || text.length > longestLobbyMessage) {
      const message = `A message has at most ${longestLobbyMessage} characters.`;
      return refuse(c, 400, 'invalid_body', message);
    }
    c.get('session').meeting.lobby.setMessage(text.trim());
    return c.body(null, 204);
  });

  app.post('/policy', async (c) => {
    const policy = await field(c, 'policy');
    if (typeof policy !== 'string' || !policies.includes(policy)) {
      return refuse(c, 400, 'invalid_body', `policy is one of ${policies.join(', ')}.`);
    }
    c.get('session').meeting.lobby.setPolicy(policy);
    return c.body(null, 204);
  });

  return app;
}
