import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { callerOf } from './access-tokens.ts';
import type { Course } from './school.ts';
import { deploymentIn, type PlatformState, type RegisteredTool } from './state.ts';

const lti = 'https://purl.imsglobal.org/spec/lti/claim';

/** Adds the platform notification service, where the platform has it. Source: LTI PNS 1.0. */
export function addNotices(app: Hono, state: PlatformState): void {
  const path = state.profile.paths.notices?.replaceAll(/\{(\w+)\}/g, ':$1');
  if (path === undefined) return;
  app.put(path, async (c) => {
    const tool = callerOf(state, c, 'noticehandlers');
    const deployment = deploymentNumbered(tool, c.req.param('deployment') ?? '');
    if (!tool || deployment === undefined) return c.json({ error: 'Unauthorized' }, 401);
    const body = await c.req.json<{ notice_type?: string; handler?: string }>();
    const { notice_type: type = '', handler = '' } = body;
    const known = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'].includes(type);
    if (!known) return c.json({ errors: [{ message: 'unknown notice_type' }] }, 400);
    if (handler === '') state.handlers.delete(`${deployment} ${type}`);
    else state.handlers.set(`${deployment} ${type}`, handler);
    return c.json({ notice_type: type, handler });
  });
  app.get(path, (c) => {
    const tool = callerOf(state, c, 'noticehandlers');
    const deployment = deploymentNumbered(tool, c.req.param('deployment') ?? '');
    if (!tool || deployment === undefined) return c.json({ error: 'Unauthorized' }, 401);
    const handlers = ['LtiHelloWorldNotice', 'LtiContextCopyNotice'].map((type) => ({
      notice_type: type,
      handler: state.handlers.get(`${deployment} ${type}`) ?? '',
    }));
    return c.json({
      client_id: tool.clientId,
      deployment_id: deployment,
      notice_handlers: handlers,
    });
  });
}

function deploymentNumbered(tool: RegisteredTool | undefined, number: string): string | undefined {
  return tool?.deployments.find(({ id }) => id.split(':')[0] === number)?.id;
}

/**
 * Tells the tools that asked for it that a course was copied. Nothing is repeated: a notice that
 * does not arrive is lost. Gives what the tools answered.
 */
export async function tellOfCopy(state: PlatformState, copy: Course): Promise<Response[]> {
  const answers: Response[] = [];
  for (const tool of state.tools.filter(({ active }) => active)) {
    const deployment = deploymentIn(tool, copy);
    const handler = state.handlers.get(`${deployment} LtiContextCopyNotice`);
    if (handler === undefined) continue;
    const jwt = await copyNotice(state, tool, copy);
    const body = JSON.stringify({ notices: [{ jwt }] });
    const headers = { 'content-type': 'application/json' };
    answers.push(await state.reach(new Request(handler, { method: 'POST', headers, body })));
  }
  return answers;
}

/** Signs a copy notice; `changes` may spoil its claims. */
export function copyNotice(
  state: PlatformState,
  tool: RegisteredTool,
  copy: Course,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(state.now() / 1000);
  const [origin] = copy.history;
  return state.key.sign({
    iss: state.issuer,
    aud: tool.clientId,
    iat: now,
    exp: now + 3600,
    jti: randomUUID(),
    nonce: randomUUID(),
    [`${lti}/deployment_id`]: deploymentIn(tool, copy),
    [`${lti}/version`]: '1.3.0',
    [`${lti}/notice`]: {
      id: randomUUID(),
      timestamp: new Date(state.now()).toISOString(),
      type: 'LtiContextCopyNotice',
    },
    [`${lti}/context`]: {
      id: copy.id,
      label: copy.label,
      title: copy.title,
      type: [state.profile.contextType],
    },
    [`${lti}/origin_contexts`]: origin === undefined ? [] : [origin],
    ...changes,
  });
}
