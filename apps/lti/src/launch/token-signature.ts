import { compactVerify, type CryptoKey } from 'jose';
import { ToolError } from '../http/tool-error.ts';
import type { IdToken } from './id-token.ts';
import type { PlatformKeys } from './platform-keys.ts';

/**
 * Verifies a token against the registered keys of its platform.
 *
 * Throws `signature_wrong`, or what {@link PlatformKeys.find} throws.
 */
export async function verifySignature(
  token: IdToken,
  jwksUri: string,
  keys: PlatformKeys,
): Promise<void> {
  if (await isSigned(token, await keys.find(jwksUri, token.kid))) return;
  const changed = await keys.findAgain(jwksUri, token.kid);
  if (changed && (await isSigned(token, changed))) return;
  throw new ToolError('signature_wrong');
}

async function isSigned(token: IdToken, key: CryptoKey): Promise<boolean> {
  try {
    await compactVerify(token.compact, key, { algorithms: ['RS256'] });
    return true;
  } catch {
    return false;
  }
}
