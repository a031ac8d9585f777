import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claimsOf, type Person } from './claims.ts';

/** A learning platform in this process: signs launches and serves its key. */
export interface FakePlatform {
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly jwksUri: string;
  /** How often its key was fetched. */
  fetches(): number;
  /** Signs what it says of a person whose login asked for this nonce. */
  idToken(person: Person, nonce: string, targetLinkUri: string): string;
  close(): void;
}

/** Starts a platform. It says nothing about how long its key may be kept, as Moodle does. */
export async function startPlatform(): Promise<FakePlatform> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const keys = JSON.stringify({ keys: [jwk] });
  let fetches = 0;
  const server = createServer((_request, answer) => {
    fetches += 1;
    answer.setHeader('content-type', 'application/json; charset=utf-8').end(keys);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const about = { issuer: url, clientId: 'bench-client', url };
  const header = part({ typ: 'JWT', alg: 'RS256', kid: 'key-1' });
  return {
    ...about,
    jwksUri: `${url}/certs`,
    fetches: () => fetches,
    idToken(person, nonce, targetLinkUri) {
      const signed = `${header}.${part(claimsOf(about, person, { nonce, targetLinkUri }))}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
