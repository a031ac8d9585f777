import { z } from 'zod';
import type { GuardedClient } from '../http/guarded-client.ts';
import { ToolError } from '../http/tool-error.ts';
import type { Storage } from '../storage/database.ts';
import type { PlatformSettings } from '../storage/platforms.ts';
import {
  jsonIn,
  nameOf,
  type PlatformConfiguration,
  type RegistrationRequest,
} from './platform-configuration.ts';

const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const identifier = z.string().min(1).max(255);
const answer = z.object({
  client_id: identifier,
  [toolClaim]: z
    .object({ deployment_id: identifier.optional().catch(undefined) })
    .catch({ deployment_id: undefined }),
});

/** What became of a registration. */
export interface Registered {
  /** `waiting`: the platform is known with other addresses, and an administrator has to agree. */
  readonly outcome: 'added' | 'unchanged' | 'waiting';
  /** Whether the platform said under which deployment it will launch. */
  readonly namedDeployment: boolean;
}

/**
 * Sends our configuration to a platform and reads under which client id it knows us now. Source:
 * LTI Dynamic Registration 1.0, sections 3.6 and 3.7.
 *
 * Throws `registration_refused`, with the platform's HTTP status where it answered.
 */
export async function requestRegistration(
  { token }: RegistrationRequest,
  endpoint: string,
  configuration: unknown,
  client: GuardedClient,
): Promise<{ readonly clientId: string; readonly deploymentId: string | undefined }> {
  const { status, text } = await client(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(configuration),
  }).catch(() => {
    throw new ToolError('registration_refused');
  });
  const { data } = answer.safeParse(jsonIn(text));
  if ((status !== 200 && status !== 201) || !data) {
    throw new ToolError('registration_refused', String(status));
  }
  return { clientId: data.client_id, deploymentId: data[toolClaim].deployment_id };
}

/**
 * Stores a registered platform. One that is known already keeps its addresses until an
 * administrator approves the new ones.
 */
export async function storeRegistration(
  { platforms, deployments, platformChanges }: Storage,
  settings: PlatformSettings,
): Promise<Registered['outcome']> {
  if (await platforms.add(settings, 'registration')) return 'added';
  const [known] = await platforms.find(settings.issuer, settings.clientId);
  if (!known) throw new Error('a platform that could not be added is not there');
  const knownDeployments = await deployments.list(known.id);
  const isSame =
    known.jwksUri === settings.jwksUri &&
    known.authorizationEndpoint === settings.authorizationEndpoint &&
    known.tokenEndpoint === settings.tokenEndpoint &&
    settings.frameOrigins.every((origin) => known.frameOrigins.includes(origin)) &&
    settings.deploymentIds.every((id) => knownDeployments.includes(id));
  if (isSame) return 'unchanged';
  await platformChanges.propose(known.id, settings);
  return 'waiting';
}

/** Builds the registration of a platform from its description and its answer. */
export function settingsFrom(
  configuration: PlatformConfiguration,
  configurationUrl: string,
  { clientId, deploymentId }: { clientId: string; deploymentId: string | undefined },
): PlatformSettings {
  const pages = new URL(configurationUrl).origin;
  return {
    issuer: configuration.issuer,
    clientId,
    name: nameOf(configuration),
    authorizationEndpoint: configuration.authorization_endpoint,
    jwksUri: configuration.jwks_uri,
    tokenEndpoint: configuration.token_endpoint,
    deploymentIds: deploymentId === undefined ? [] : [deploymentId],
    // Pages of a school on a shared issuer come from the school's own host.
    frameOrigins: pages === new URL(configuration.issuer).origin ? [] : [pages],
  };
}
