import type { ToolApp, ToolContext } from '../http/context.ts';
import { frameOriginsOf } from '../http/frame-origins.ts';
import { fieldsOf, readForm } from '../http/read-body.ts';
import type { Tool } from '../tool.ts';
import { isSecure, keepsCookies } from './browser-binding.ts';
import { answerLaunch, answerStorage } from './launch-answer.ts';
import { answerLogin } from './login-answer.ts';

/** Adds the addresses of the way from a platform to a room: login, launch, and what checks the browser. */
export function addLaunchRoutes(app: ToolApp, tool: Tool): void {
  app.use('/lti/*', async (c, next) => {
    await next();
    if (c.get('frameOrigins').length > 0) return;
    // Where the platform did not become known, any registered one may be the frame around a refusal.
    c.set('frameOrigins', frameOriginsOf(await tool.storage.platforms.listEnabled()));
  });
  app.get('/lti/login', (c) => answerLogin(c, tool, fieldsOf(new URL(c.req.url).searchParams)));
  app.post('/lti/login', async (c) => answerLogin(c, tool, await readForm(c.req.raw)));
  app.get('/lti/cookies', (c) =>
    c.json({ kept: keepsCookies(c.req.header('cookie'), isSecure(tool)) }),
  );
  app.post('/lti/launch', (c: ToolContext) => answerLaunch(c, tool));
  app.post('/lti/launch/storage', (c: ToolContext) => answerStorage(c, tool));
}
