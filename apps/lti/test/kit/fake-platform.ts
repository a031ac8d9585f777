import { exportJWK, generateKeyPair, type JWK, CompactSign } from 'jose';
import { claim } from '../../src/launch/claim-names.ts';
import type { PlatformSettings } from '../../src/storage/platforms.ts';

export type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** Makes a key pair; making one takes a while, so tests share those below. */
export function newKeys(): Promise<KeyPair> {
  return generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
}

const ownKeys = newKeys();
const strangerKeys = newKeys();

export const roles = {
  teacher: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor',
  student: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
  mentor: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor',
} as const;

/** A learning platform inside the test: signs tokens, serves its keys, knows its users. */
export interface FakePlatform {
  readonly settings: PlatformSettings;
  readonly keys: KeyPair;
  /** Somebody else's keys. */
  readonly stranger: KeyPair;
  /** What its key address serves; a test may replace it. */
  jwks: { keys: JWK[] };
  /** How often its keys were fetched. */
  fetches: number;
  /** Whether its key address answers. */
  reachable: boolean;
}

/** Makes a platform with one key called `key-1`. */
export async function fakePlatform(name = 'lms'): Promise<FakePlatform> {
  const keys = await ownKeys;
  const issuer = `https://${name}.example`;
  return {
    settings: {
      issuer,
      clientId: `${name}-client`,
      name: `The ${name}`,
      authorizationEndpoint: `${issuer}/authorize?from=login`,
      jwksUri: `${issuer}/keys`,
      tokenEndpoint: `${issuer}/token`,
      deploymentIds: ['1', 'x'.repeat(255)],
      frameOrigins: [],
    },
    keys,
    stranger: await strangerKeys,
    jwks: { keys: [{ ...(await publicJwk(keys)), kid: 'key-1' }] },
    fetches: 0,
    reachable: true,
  };
}

export async function publicJwk(keys: KeyPair): Promise<JWK> {
  const { kty, n = '', e = '' } = await exportJWK(keys.publicKey);
  return { kty: kty ?? 'RSA', n, e };
}

export type TestClaims = Record<string, unknown>;

/** The claims of a student's launch, in the shape a Moodle sends them. */
export function studentClaims(
  platform: FakePlatform,
  launch: { readonly nonce: string; readonly nowMs: number; readonly targetLinkUri: string },
): TestClaims {
  const now = Math.floor(launch.nowMs / 1000);
  return {
    iss: platform.settings.issuer,
    aud: platform.settings.clientId,
    sub: '5',
    iat: now,
    exp: now + 60,
    nonce: launch.nonce,
    name: 'Sam Student',
    given_name: 'Sam',
    family_name: 'Student',
    email: 'sam@lms.example',
    [claim.version]: '1.3.0',
    [claim.messageType]: 'LtiResourceLinkRequest',
    [claim.deploymentId]: '1',
    [claim.targetLinkUri]: launch.targetLinkUri,
    [claim.resourceLink]: { id: '1', title: 'Weekly lecture room', description: 'Live' },
    [claim.roles]: [roles.student],
    [claim.context]: { id: '2', label: 'PHYS101', title: 'Physics 101', type: ['CourseSection'] },
    [claim.launchPresentation]: { locale: 'en', document_target: 'iframe' },
  };
}

/** Signs claims, or any text, as a compact token. */
export function sign(
  payload: TestClaims | string,
  keys: KeyPair,
  header: Record<string, unknown> = {},
): Promise<string> {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const protectedHeader = { alg: 'RS256', kid: 'key-1', typ: 'JWT', ...header };
  return new CompactSign(new TextEncoder().encode(text))
    .setProtectedHeader(protectedHeader)
    .sign(keys.privateKey);
}

/** Builds a token of any header and payload with a signature that is just text. */
export function unsigned(header: unknown, payload: unknown, signature = 'c2ln'): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${signature}`;
}
