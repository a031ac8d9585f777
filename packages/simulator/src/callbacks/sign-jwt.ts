import { createHmac } from 'node:crypto';

export type JwtAlgorithm = 'HS256' | 'HS512';

/** Signs claims as a compact JWT. Source: RFC 7519 and RFC 7515. */
export function signJwt(
  header: Readonly<Record<string, string>> & { alg: JwtAlgorithm },
  claims: Readonly<Record<string, unknown>>,
  secret: string,
): string {
  const signed = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const hash = header.alg === 'HS256' ? 'sha256' : 'sha512';
  return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
