import { translator } from '@bluebridge/translations';
import { Hono } from 'hono';
import { addAssetRoutes } from './http/assets.ts';
import type { Surroundings, ToolApp } from './http/context.ts';
import { errorHandler } from './http/error-handler.ts';
import { measureRequests } from './operations/measure-requests.ts';
import { addOperationsRoutes } from './operations/routes.ts';
import { preferredLanguage } from './http/preferred-language.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { ToolError } from './http/tool-error.ts';
import { addKeyRoutes } from './keys/routes.ts';
import { addLaunchRoutes } from './launch/routes.ts';
import { addRegistrationRoutes } from './registration/routes.ts';
import { addApiRoutes } from './rooms/api-routes.ts';
import { addPageRoutes } from './rooms/page-routes.ts';
import type { Tool } from './tool.ts';

/** Methods of the addresses that take only some. */
const methods: Readonly<Record<string, string>> = {
  '/lti/login': 'GET, POST',
  '/lti/launch': 'POST',
  '/lti/launch/storage': 'POST',
  '/lti/cookies': 'GET',
  '/lti/register': 'GET, POST',
  '/lti/jwks': 'GET',
  '/join': 'POST',
  '/api/session': 'POST',
  '/api/room': 'GET',
  '/api/recordings': 'GET',
  '/api/join-ticket': 'POST',
  '/api/end': 'POST',
  '/livez': 'GET',
  '/readyz': 'GET',
  '/healthz': 'GET',
  '/metrics': 'GET',
};

/** Builds the tool's HTTP application. */
export function createApp(tool: Tool): ToolApp {
  const app = new Hono<Surroundings>();
  app.use(requestId(tool.operations.trustedProxies));
  app.use(measureRequests(tool.operations.metrics));
  app.use(securityHeaders);
  app.use(async (c, next) => {
    const accept = c.req.header('accept-language');
    c.set('t', translator(preferredLanguage(c.req.query('lang'), accept)));
    await next();
  });
  app.use(rateLimit(tool.operations));
  addOperationsRoutes(app, tool);
  addAssetRoutes(app, tool.assets);
  addLaunchRoutes(app, tool);
  addRegistrationRoutes(app, tool);
  addKeyRoutes(app, tool.toolKeys);
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
