import { compactVerify, type CryptoKey } from 'jose';
import { ToolError } from '../http/tool-error.ts';
import type { IdToken } from './id-token.ts';
import type { PlatformKeys } from './platform-keys.ts';

/**
 * Verifies a token with a registered key of its platform. A wrong signature makes us look once
 * whether the platform changed the key under the same id.
 *
 * Throws `signature_wrong`.
 */
export async function verifySignature(
  token: IdToken,
  key: CryptoKey,
  askAgain: () => ReturnType<PlatformKeys['findAgain']>,
): Promise<void> {
  if (await isSigned(token, key)) return;
  const changed = await askAgain();
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
