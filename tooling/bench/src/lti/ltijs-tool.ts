import { join } from 'node:path';
import { findPostgres, startPostgres } from '../../../../apps/lti/test/kit/postgres.ts';
import type { FakePlatform } from './fake-platform.ts';
import type { ServedTool } from './our-tool.ts';
import { startServer } from './server-process.ts';

const script = join(import.meta.dirname, '../cells/ltijs-server.ts');

/** Starts a tool made with ltijs, on an empty database of PostgreSQL. */
export async function startLtijsTool(platform: FakePlatform): Promise<ServedTool> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL is not installed: ltijs needs a store');
  const postgres = await startPostgres(programs);
  const server = await startServer(script, (_url, port) => ({
    PORT: String(port),
    DATABASE_URL: postgres.address,
    PLATFORM_URL: platform.url,
    CLIENT_ID: platform.clientId,
    JWKS_URI: platform.jwksUri,
  }));
  return {
    ...server,
    login: '/login',
    targetLinkUri: `${server.url}/`,
    async stop() {
      await server.stop();
      await postgres.stop();
    },
  };
}
