import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakePlatform } from './fake-platform.ts';
import type { ServedTool } from './our-tool.ts';
import { startServer } from './server-process.ts';

const script = join(import.meta.dirname, '../cells/least-server.ts');

/** Starts what takes a launch with our libraries and does nothing else. */
export async function startLeastTool(platform: FakePlatform): Promise<ServedTool> {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-bench-'));
  const server = await startServer(script, (_url, port) => ({
    PORT: String(port),
    DATABASE: join(folder, 'least.sqlite'),
    PLATFORM_URL: platform.url,
    CLIENT_ID: platform.clientId,
    JWKS_URI: platform.jwksUri,
  }));
  return {
    ...server,
    login: '/login',
    targetLinkUri: `${server.url}/launch`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
