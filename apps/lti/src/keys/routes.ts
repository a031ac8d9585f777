import type { ToolApp } from '../http/context.ts';
import type { ToolKeys } from './tool-keys.ts';

/** Adds the address where platforms find our public keys. Source: RFC 7517, section 5. */
export function addKeyRoutes(app: ToolApp, toolKeys: ToolKeys): void {
  app.get('/lti/jwks', async (c) =>
    c.json(await toolKeys.jwks(), 200, { 'Cache-Control': 'public, max-age=3600' }),
  );
}
