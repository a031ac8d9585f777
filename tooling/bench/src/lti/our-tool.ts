import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator } from '@bluebridge/simulator';
import type { FakePlatform } from './fake-platform.ts';
import type { ToolAddresses } from './launches.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** A tool in a process of its own, as far as it is driven here. */
export type ServedTool = ServerProcess & ToolAddresses;

const script = join(import.meta.dirname, '../../../../apps/lti/src/main.ts');
const publicAddress = 'https://rooms.example.org';

/** Starts our tool on an SQLite file of its own, with the settings of a server behind a proxy. */
export async function startOurTool(
  platform: FakePlatform,
  { endpoint, secret }: Simulator,
): Promise<ServedTool> {
  const folder = mkdtempSync(join(tmpdir(), 'bluebridge-bench-'));
  const platforms = join(folder, 'platforms.json');
  writeFileSync(platforms, JSON.stringify({ platforms: [registrationOf(platform)] }));
  const server = await startServer(script, (_url, port) => ({
    LTI_PORT: String(port),
    LTI_BASE_URL: publicAddress,
    LTI_DATABASE: join(folder, 'lti.sqlite'),
    LTI_PLATFORMS: platforms,
    LTI_TRUSTED_PROXIES: '127.0.0.1',
    // The platform is on this machine.
    LTI_ALLOW_PRIVATE_ADDRESSES: 'yes',
    // The meeting server could not reach the public address.
    LTI_CALLBACKS: 'no',
    BBB_ENDPOINT: endpoint,
    BBB_SECRET: secret,
  }));
  return {
    ...server,
    login: '/lti/login',
    targetLinkUri: `${publicAddress}/lti/launch`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function registrationOf({ url, issuer, clientId, jwksUri }: FakePlatform): object {
  return {
    issuer,
    clientId,
    name: 'Bench',
    authorizationEndpoint: `${url}/auth`,
    jwksUri,
    tokenEndpoint: `${url}/token`,
    deploymentIds: ['1'],
  };
}
