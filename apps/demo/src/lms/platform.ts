import { calculateJwkThumbprint, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { messageType } from './claim-names.ts';

/** The demo LMS seen as an LTI 1.3 platform: its addresses, its tool registration, its key. */
export interface Platform {
  issuer: string;
  clientId: string;
  deploymentId: string;
  endpoints: { authorization: string; jwks: string; token: string };
  key: { kid: string; privateKey: CryptoKey; publicJwk: JWK };
}

/** Where the registered LTI tool lives. */
export interface ToolAddresses {
  origin: string;
  login: string;
  launch: string;
  /** Where its public keys are. */
  jwks: string;
}

/** Creates the platform that lives under `<origin>/lms`, with a fresh RSA-2048 key. */
export async function createPlatform(origin: string): Promise<Platform> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const issuer = `${origin}/lms`;
  return {
    issuer,
    clientId: 'demo-client',
    deploymentId: '1',
    endpoints: {
      authorization: `${issuer}/authorize`,
      jwks: `${issuer}/jwks`,
      token: `${issuer}/token`,
    },
    key: { kid, privateKey, publicJwk: { ...publicJwk, kid, alg: 'RS256', use: 'sig' } },
  };
}

/** Derives the tool's addresses from the address it listens on. */
export function toolAddresses(toolUrl: string): ToolAddresses {
  const { origin } = new URL(toolUrl);
  const lti = `${origin}/lti`;
  return { origin, login: `${lti}/login`, launch: `${lti}/launch`, jwks: `${lti}/jwks` };
}

/**
 * Describes the platform as OpenID Connect discovery does, with the LTI extension.
 * Source: OpenID Connect Discovery 1.0 section 3, LTI Dynamic Registration 1.0 section 2.
 */
export function openidConfiguration(platform: Platform): Record<string, unknown> {
  return {
    issuer: platform.issuer,
    authorization_endpoint: platform.endpoints.authorization,
    token_endpoint: platform.endpoints.token,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    jwks_uri: platform.endpoints.jwks,
    scopes_supported: ['openid'],
    response_types_supported: ['id_token'],
    response_modes_supported: ['form_post'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'iss', 'name', 'given_name', 'family_name', 'email'],
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'bluebridge-demo',
      version: '1',
      messages_supported: [{ type: messageType.link }, { type: messageType.choice }],
      variables: [],
    },
  };
}

/** Lists the platform in the shape of the tool's platforms file. */
export function platformsFileContent(platform: Platform): string {
  const entry = {
    issuer: platform.issuer,
    clientId: platform.clientId,
    name: 'Demo LMS',
    authorizationEndpoint: platform.endpoints.authorization,
    jwksUri: platform.endpoints.jwks,
    tokenEndpoint: platform.endpoints.token,
    deploymentIds: [platform.deploymentId],
  };
  return `${JSON.stringify({ platforms: [entry] }, null, 2)}\n`;
}
