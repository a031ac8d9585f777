import { createHash, createPrivateKey, sign } from 'node:crypto';
import { appId } from '../folders.ts';
import type { TarEntry } from './write-tar.ts';

/**
 * Signs an archive as Nextcloud's app store wants it, which is what `openssl dgst -sha512 -sign` makes,
 * in base64. The key is PEM. Throws a sentence when it is none.
 */
export function signArchive(archive: Buffer, key: string): string {
  let parsed;
  try {
    parsed = createPrivateKey(key);
  } catch (error) {
    throw new Error('The key for signing cannot be read; it has to be PEM, without a passphrase.', {
      cause: error,
    });
  }
  if (parsed.asymmetricKeyType !== 'rsa') throw new Error('The key for signing is not an RSA key.');
  return sign('sha512', archive, parsed).toString('base64');
}

/**
 * Adds the list of files that `occ integrity:sign-app` has made and signed from an archive without it.
 * Throws a sentence when it was made from other files.
 */
export function withSignature(entries: readonly TarEntry[], signature: Buffer): TarEntry[] {
  const { hashes = {} } = JSON.parse(signature.toString()) as {
    readonly hashes?: Readonly<Record<string, string>>;
  };
  const here = new Map(
    entries.map(({ path, content }) => [
      path.slice(appId.length + 1),
      createHash('sha512').update(content).digest('hex'),
    ]),
  );
  const names = new Set([...here.keys(), ...Object.keys(hashes)]);
  const others = [...names].filter((name) => hashes[name] !== here.get(name));
  if (others.length > 0) {
    const named = others.slice(0, 3).join(', ');
    throw new Error(`signature.json was made from other files (${named}); make it again.`);
  }
  return [...entries, { path: `${appId}/appinfo/signature.json`, content: signature }];
}
