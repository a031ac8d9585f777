import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { GuardedClient } from '../http/guarded-client.ts';
import { ToolError } from '../http/tool-error.ts';
import { plainLine } from '../launch/plain-line.ts';
import { isSafeAddress } from '../safe-address.ts';
import { foreignHost, type PlatformAddresses } from './platform-hosts.ts';

const extension = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const address = z.string().max(2048).refine(isSafeAddress);
const names = z.array(z.string().max(255)).max(500).catch([]);

const messageSupported = z
  .object({ type: z.string().max(255), placements: names })
  .catch({ type: '', placements: [] });

/** What we read of a platform's description of itself; the rest is passed over. */
const description = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .refine((algorithms) => algorithms.includes('RS256'))
    .optional(),
  scopes_supported: names,
  [extension]: z
    .object({
      product_family_code: z.string().max(255).catch(''),
      variables: names,
      messages_supported: z.array(messageSupported).catch([]),
    })
    .catch({ product_family_code: '', variables: [], messages_supported: [] }),
});

/** A platform as it describes itself. Source: LTI Dynamic Registration 1.0, section 3.5. */
export interface PlatformConfiguration extends PlatformAddresses {
  /** The product in lower case, such as `moodle`; empty where the platform does not say. */
  readonly family: string;
  readonly variables: readonly string[];
  /** Services it may let us use. */
  readonly scopes: readonly string[];
  readonly messageTypes: readonly string[];
  /** Places of a course where it lets teachers choose; empty where it does not say. */
  readonly chooserPlacements: readonly string[];
}

/** A platform found at an address, and what to recognise that very description by later. */
export interface Discovered {
  readonly configuration: PlatformConfiguration;
  readonly digest: string;
}

/** What a platform hands us to register with. */
export interface RegistrationRequest {
  readonly configurationUrl: string;
  /** Some platforms send none. */
  readonly token: string | undefined;
}

/**
 * Fetches the description of a platform and checks where its addresses lead.
 *
 * Throws `platform_unreachable`, `platform_description_wrong`, or `platform_host_foreign` with the
 * host that is meant.
 */
export async function discover(
  { configurationUrl, token }: RegistrationRequest,
  client: GuardedClient,
  alsoTrusted: readonly string[],
): Promise<Discovered> {
  const { status, text } = await client(configurationUrl, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new ToolError('platform_unreachable');
  });
  if (status !== 200) throw new ToolError('platform_unreachable', String(status));
  const { data } = description.safeParse(jsonIn(text));
  if (!data) throw new ToolError('platform_description_wrong');
  const {
    [extension]: lti,
    id_token_signing_alg_values_supported: _checked,
    scopes_supported: scopes,
    ...addresses
  } = data;
  const configuration = {
    ...addresses,
    family: lti.product_family_code.toLowerCase(),
    variables: lti.variables,
    scopes,
    messageTypes: lti.messages_supported.map(({ type }) => type),
    chooserPlacements: lti.messages_supported
      .filter(({ type }) => type === 'LtiDeepLinkingRequest')
      .flatMap(({ placements }) => placements),
  };
  const foreign = foreignHost(configurationUrl, configuration, alsoTrusted);
  if (foreign !== undefined) throw new ToolError('platform_host_foreign', foreign.slice(0, 64));
  const digest = createHash('sha256').update(JSON.stringify(configuration)).digest('hex');
  return { configuration, digest };
}

/** Parses JSON of a stranger; answers undefined when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const products: Readonly<Record<string, string>> = {
  moodle: 'Moodle',
  canvas: 'Canvas',
  desire2learn: 'Brightspace',
  brightspace: 'Brightspace',
  sakai: 'Sakai',
  blackboard: 'Blackboard',
};

/** Names a platform for people: its product, where it says which, and its host. */
export function nameOf({ family, issuer }: PlatformConfiguration): string {
  const { host } = new URL(issuer);
  const product = Object.hasOwn(products, family) ? products[family] : plainLine(family, 30);
  return plainLine(product ? `${product} (${host})` : host, 100);
}
