import { translator } from '@bluebridge/translations';
import { Hono } from 'hono';
import { addAdminRoutes } from './admin/routes.ts';
import { addDeepLinkingRoutes } from './deep-linking/routes.ts';
import { addDocumentRoutes } from './documents/routes.ts';
import { addGroupRoutes } from './groups/routes.ts';
import { addAssetRoutes } from './http/assets.ts';
import type { Surroundings, ToolApp } from './http/context.ts';
import { errorHandler } from './http/error-handler.ts';
import { addNoticeRoutes } from './course-copy/notice-routes.ts';
import { addCopyRoutes } from './course-copy/routes.ts';
import { addHookRoutes } from './hooks/routes.ts';
import { measureRequests } from './operations/measure-requests.ts';
import { addOperationsRoutes } from './operations/routes.ts';
import { preferredLanguage } from './http/preferred-language.ts';
import { rateLimit } from './http/rate-limit.ts';
import { requestId } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { ToolError } from './http/tool-error.ts';
import { addKeyRoutes } from './keys/routes.ts';
import { addLaunchRoutes } from './launch/routes.ts';
import { addPanelRoutes } from './live/panel-routes.ts';
import { addLiveRoutes } from './live/routes.ts';
import { addRecordingCallbackRoutes } from './recordings/callback-routes.ts';
import { addPreviewRoutes } from './recordings/preview-routes.ts';
import { addRecordingsRoutes } from './recordings/routes.ts';
import { addRegistrationRoutes } from './registration/routes.ts';
import { addApiRoutes } from './rooms/api-routes.ts';
import { addPageRoutes } from './rooms/page-routes.ts';
import { addSeatRoutes } from './seats/routes.ts';
import { addSettingsRoutes } from './settings/routes.ts';
import type { Tool } from './tool.ts';

/** Methods of the addresses that take only some. */
const methods: Readonly<Record<string, string>> = {
  '/lti/login': 'GET, POST',
  '/lti/launch': 'POST',
  '/lti/launch/storage': 'POST',
  '/lti/cookies': 'GET',
  '/lti/register': 'GET, POST',
  '/lti/jwks': 'GET',
  '/lti/notices': 'POST',
  '/choose/:id': 'GET, POST',
  '/api/chooser': 'GET',
  '/api/chooser/session': 'POST',
  '/api/chooser/recordings': 'GET',
  '/join': 'POST',
  '/api/session': 'POST',
  '/api/room': 'GET',
  '/api/copy': 'GET, POST',
  '/api/recordings': 'GET',
  '/api/recordings/change': 'POST',
  '/api/recordings/captions': 'GET, POST',
  '/api/recordings/watch-ticket': 'POST',
  '/recordings/watch': 'POST',
  '/recordings/preview': 'GET',
  '/callbacks/recordings/ready': 'POST',
  '/api/join-ticket': 'POST',
  '/api/end': 'POST',
  '/api/seats': 'GET',
  '/api/extend': 'POST',
  '/api/events': 'GET',
  '/api/message': 'POST',
  '/api/document': 'GET, POST',
  '/callbacks/meeting-ended': 'GET',
  '/api/page-code': 'POST',
  '/api/settings': 'GET, POST',
  '/api/settings/preset': 'POST',
  '/api/documents': 'GET, POST',
  '/api/documents/fetch': 'POST',
  '/api/documents/move': 'POST',
  '/api/documents/remove': 'POST',
  '/documents/:token/:name': 'GET',
  '/api/groups': 'GET',
  '/api/groups/use': 'POST',
  '/api/groups/rename': 'POST',
  '/api/groups/refresh': 'POST',
  '/api/groups/enter': 'POST',
  '/api/groups/back': 'POST',
  '/admin': 'GET',
  '/admin/enter': 'GET, POST',
  '/admin/leave': 'POST',
  '/admin/platforms': 'GET',
  '/admin/platforms/invite': 'POST',
  '/admin/platforms/:id/allow': 'POST',
  '/admin/platforms/:id/approve': 'POST',
  '/admin/platforms/:id/switch': 'POST',
  '/admin/keys/rotate': 'POST',
  '/admin/presets': 'GET',
  '/admin/presets/:id': 'GET, POST',
  '/admin/presets/:id/remove': 'POST',
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
  addDeepLinkingRoutes(app, tool);
  addApiRoutes(app, tool);
  addSeatRoutes(app, tool);
  addLiveRoutes(app, tool);
  addPanelRoutes(app, tool);
  addHookRoutes(app, tool);
  addGroupRoutes(app, tool);
  addRecordingsRoutes(app, tool);
  addPreviewRoutes(app, tool);
  addRecordingCallbackRoutes(app, tool);
  addCopyRoutes(app, tool);
  addNoticeRoutes(app, tool);
  addSettingsRoutes(app, tool);
  addDocumentRoutes(app, tool);
  addPageRoutes(app, tool);
  addAdminRoutes(app, tool);
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
