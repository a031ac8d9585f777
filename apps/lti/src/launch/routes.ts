import type { ToolApp, ToolContext } from '../http/context.ts';
import { fieldsOf } from '../http/read-body.ts';
import type { Tool } from '../tool.ts';
import { isSecure, keepsCookies } from './browser-binding.ts';
import { answerLaunch, answerStorage } from './launch-answer.ts';
import { answerLogin } from './login-answer.ts';
import { framesNamedBy, readSaid } from './named-frames.ts';

/** Adds the addresses of the way from a platform to a room: login, launch, and what checks the browser. */
export function addLaunchRoutes(app: ToolApp, tool: Tool): void {
  app.use('/lti/*', async (c, next) => {
    await next();
    if (c.get('frameOrigins').length > 0) return;
    c.set('frameOrigins', await framesNamedBy(c, tool.storage.platforms));
  });
  app.get('/lti/login', (c) => {
    const fields = fieldsOf(new URL(c.req.url).searchParams);
    c.set('said', fields);
    return answerLogin(c, tool, fields);
  });
  app.post('/lti/login', async (c) => answerLogin(c, tool, await readSaid(c)));
  app.get('/lti/cookies', (c) =>
    c.json({ kept: keepsCookies(c.req.header('cookie'), isSecure(tool)) }),
  );
  app.post('/lti/launch', (c: ToolContext) => answerLaunch(c, tool));
  app.post('/lti/launch/storage', (c: ToolContext) => answerStorage(c, tool));
}
