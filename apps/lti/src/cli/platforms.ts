import {
  allowDeployment as allow,
  approveChange as approve,
  noteDecision,
} from '../admin/platform-actions.ts';
import { parsePlatforms } from '../platforms-file.ts';
import type { Desk } from './desk.ts';
import type { Given } from './given.ts';
import { platformNamed } from './platform-named.ts';
import { CommandError, UsageError } from './usage.ts';

/** Lists the platforms with what an administrator may have to decide about them. */
export async function listPlatforms({ storage, say }: Desk): Promise<void> {
  const platforms = await storage.platforms.list();
  if (platforms.length === 0) say('No platform is registered yet. Invite one: platform invite');
  for (const platform of platforms) {
    const { id, name, issuer, clientId, enabled, source } = platform;
    say(`${id}  ${name}${enabled ? '' : ' (switched off)'}`);
    say(`  issuer ${issuer}, client ${clientId}, registered by ${source}`);
    say(`  deployments: ${listed(await storage.deployments.list(id))}`);
    const waiting = await storage.deployments.listWaiting(id);
    if (waiting.length > 0) say(`  not let in yet (platform allow ${id} …): ${listed(waiting)}`);
    const change = await storage.platformChanges.get(id);
    if (change) {
      say(`  wants other addresses (platform approve ${id}):`);
      say(`    keys ${change.jwksUri}`);
      say(`    login ${change.authorizationEndpoint}`);
      say(`    tokens ${change.tokenEndpoint}`);
      say(`    deployments ${listed(change.deploymentIds)}`);
    }
  }
}

/** Names of a platform are not ours: quoted, they cannot play tricks on a terminal. */
function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => JSON.stringify(name)).join(', ');
}

/** Registers a platform by hand, with the rules of the platforms file. */
export async function addPlatform(
  { storage, say }: Desk,
  _words: readonly string[],
  given: Given,
): Promise<void> {
  const described = {
    name: given.name,
    issuer: given.issuer,
    clientId: given['client-id'],
    authorizationEndpoint: given['authorization-endpoint'],
    jwksUri: given['jwks-uri'],
    tokenEndpoint: given['token-endpoint'],
    deploymentIds: given.deployment,
    frameOrigins: given['frame-origin'] ?? [],
  };
  const { platforms, problem } = parsePlatforms(JSON.stringify({ platforms: [described] }));
  const [settings] = platforms ?? [];
  if (!settings) throw new UsageError(`${(problem ?? '').replace('platforms.0.', '')}.`);
  const platform = await storage.platforms.add(settings, 'command');
  if (!platform) {
    throw new CommandError('This issuer and client id are registered already: see platform list.');
  }
  await noteDecision(storage, 'command', { action: 'platform.add', platformId: platform.id });
  say(`Registered ${platform.name} as ${platform.id}.`);
}

/** Makes a deployment of a platform known. */
export async function allowDeployment(
  { storage, say }: Desk,
  [id = '', deployment = '']: readonly string[],
): Promise<void> {
  const platform = await platformNamed(storage, id);
  if (platform.source === 'file') {
    throw new CommandError('This platform is in the platforms file: add the deployment there.');
  }
  if (deployment === '' || deployment.length > 255) {
    throw new UsageError('A deployment has 1 to 255 characters.');
  }
  await allow(storage, platform, deployment, 'command');
  say(`Launches of ${platform.name} from ${listed([deployment])} are let in.`);
}

/** Puts the changed addresses of a platform into force. */
export async function approveChange(
  { storage, say }: Desk,
  [id = '']: readonly string[],
): Promise<void> {
  const platform = await platformNamed(storage, id);
  if (!(await approve(storage, platform, 'command'))) {
    throw new CommandError('Nothing waits for approval there.');
  }
  say(`${platform.name} uses its new addresses.`);
}
