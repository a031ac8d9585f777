import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StorageError } from '../storage-error.ts';

/** Encrypts the secrets of one column. */
export interface Sealer {
  /** Encrypts a text under the newest key, each time to another value. */
  seal(text: string): string;
  /**
   * Decrypts a sealed value. Throws a StorageError: `encryption_key_unknown` when its key was not
   * given, `sealed_value_broken` when it was changed or belongs to another column.
   */
  open(sealed: string): string;
  /** Tells whether a value is sealed under an older key than the newest. */
  isOutdated(sealed: string): boolean;
}

/** 256 bits for AES, with the name that sealed values carry. */
export interface EncryptionKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const format = 's1';
const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Names a key by a hash of it, which says nothing about the key. */
export function encryptionKey(bytes: Buffer): EncryptionKey {
  const hash = createHash('sha256').update('bluebridge key id').update(bytes).digest('hex');
  return { id: hash.slice(0, 16), bytes };
}

/**
 * Makes the sealer of a column. The first key seals, all of them open, so that a key can be
 * replaced. A sealed value reads `s1.<key id>.<nonce, ciphertext and tag in base64url>`; the
 * name of the column is authenticated with it (AES-256-GCM, NIST SP 800-38D).
 */
export function createSealer(keys: readonly EncryptionKey[], column: string): Sealer {
  const [newest] = keys;
  if (!newest) throw new StorageError('encryption_key_missing', 'no encryption key was given');
  const known = new Map(keys.map((key) => [key.id, key]));
  const context = Buffer.from(`${format} ${column}`);

  return {
    seal(text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, newest.bytes, nonce).setAAD(context);
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return [format, newest.id, Buffer.concat(parts).toString('base64url')].join('.');
    },

    open(sealed) {
      const { keyId, bytes } = partsOf(sealed);
      const key = known.get(keyId);
      if (!key) throw new StorageError('encryption_key_unknown', `key ${keyId} was not given`);
      try {
        const nonce = bytes.subarray(0, nonceLength);
        const decipher = createDecipheriv(algorithm, key.bytes, nonce, {
          authTagLength: tagLength,
        });
        decipher.setAAD(context).setAuthTag(bytes.subarray(-tagLength));
        const text = decipher.update(bytes.subarray(nonceLength, -tagLength));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch (error) {
        throw broken(error);
      }
    },

    isOutdated: (sealed) => partsOf(sealed).keyId !== newest.id,
  };
}

function partsOf(sealed: string): { keyId: string; bytes: Buffer } {
  const [version, keyId = '', data = '', ...rest] = sealed.split('.');
  const bytes = Buffer.from(data, 'base64url');
  if (version !== format || rest.length > 0 || bytes.length < nonceLength + tagLength) {
    throw broken();
  }
  return { keyId, bytes };
}

function broken(cause?: unknown): StorageError {
  return new StorageError('sealed_value_broken', 'a sealed value cannot be opened', { cause });
}
