import { translator } from '@bluebridge/translations';
import { Hono } from 'hono';
import { addAssetRoutes } from './http/assets.ts';
import type { Surroundings, ToolApp } from './http/context.ts';
import { errorHandler } from './http/error-handler.ts';
import { preferredLanguage } from './http/preferred-language.ts';
import { securityHeaders } from './http/security-headers.ts';
import { ToolError } from './http/tool-error.ts';
import { addLaunchRoutes } from './launch/routes.ts';
import { addApiRoutes } from './rooms/api-routes.ts';
import { addPageRoutes } from './rooms/page-routes.ts';
import type { Tool } from './tool.ts';

/** Methods of the addresses that take only some. */
const methods: Readonly<Record<string, string>> = {
  '/lti/login': 'GET, POST',
  '/lti/launch': 'POST',
  '/join': 'POST',
  '/api/session': 'POST',
  '/api/room': 'GET',
  '/api/recordings': 'GET',
  '/api/join-ticket': 'POST',
  '/api/end': 'POST',
  '/healthz': 'GET',
};

/** Builds the tool's HTTP application. */
export function createApp(tool: Tool): ToolApp {
  const app = new Hono<Surroundings>();
  app.use(securityHeaders);
  app.use(async (c, next) => {
    const accept = c.req.header('accept-language');
    c.set('t', translator(preferredLanguage(c.req.query('lang'), accept)));
    await next();
  });
  app.get('/healthz', async (c) => {
    await tool.storage.platforms.listEnabled();
    return c.json({ status: 'ok' });
  });
  addAssetRoutes(app, tool.assets);
  addLaunchRoutes(app, tool);
  addApiRoutes(app, tool);
  addPageRoutes(app, tool);
  for (const [path, allowed] of Object.entries(methods)) {
    app.all(path, (c) => {
      c.header('Allow', allowed);
      throw new ToolError('method_not_allowed');
    });
  }
  app.notFound(() => {
    throw new ToolError('not_found');
  });
  app.onError(errorHandler(tool.assets, tool.log));
  return app;
}
