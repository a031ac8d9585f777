import { randomUUID } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  exportJWK,
  type GenerateKeyPairResult,
  type JWK,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
  SignJWT,
} from 'jose';
import type { Reach } from './reach.ts';
import { spareKeyPair } from './spare-key-pair.ts';

/** What a platform signs with. */
export interface PlatformKey {
  readonly pair: GenerateKeyPairResult;
  readonly publicJwk: JWK;
  sign(claims: JWTPayload): Promise<string>;
}

/** Makes a key of its own. */
export async function newPlatformKey(): Promise<PlatformKey> {
  const pair = await spareKeyPair();
  const kid = randomUUID().replaceAll('-', '').slice(0, 20);
  return {
    pair,
    publicJwk: { ...(await exportJWK(pair.publicKey)), kid, alg: 'RS256', use: 'sig' },
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid })
        .sign(pair.privateKey),
  };
}

/** Verifies what a tool signed, with the keys it publishes now. */
export async function verifyFromTool(
  jwt: string,
  keysUri: string,
  reach: Reach,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(keysUri), {
    [customFetch]: (url, init) => reach(new Request(url, { headers: init.headers })),
  });
  return (await jwtVerify(jwt, keys, { algorithms: ['RS256'], ...options })).payload;
}
