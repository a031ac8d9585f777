import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type GenerateKeyPairResult,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { type Clock, hour } from '../clock.ts';
import type { Storage } from '../storage/database.ts';
import type { Sealer as ColumnSealer } from '../storage/sealing/sealer.ts';
import type { StoredToolKey, StoredToolKeys } from '../storage/tool-keys.ts';

type Sealer = Pick<ColumnSealer, 'seal' | 'open'>;

const day = 24 * hour;
/** Platforms keep our keys for a while, so a new one is published long before it signs … */
export const publishedBefore = day;
/** … and an old one stays long after it signed last. */
export const publishedAfter = 2 * day;
/** Age at which a key gets a successor by itself. */
export const longestUse = 90 * day;

interface Surroundings {
  readonly stored: StoredToolKeys;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Makes a key pair whose private half can be stored; an RSA pair takes a while. */
  readonly newPair?: NewPair;
}

type NewPair = () => Promise<GenerateKeyPairResult>;

/** The keys we sign with towards platforms, shared by all processes on one database. */
export class ToolKeys {
  readonly #stored: StoredToolKeys;
  readonly #sealer: Sealer;
  readonly #clock: Clock;
  readonly #newPair: NewPair;
  readonly #opened = new Map<string, Promise<CryptoKey>>();

  constructor({ stored, sealer, clock, newPair = newRsaPair }: Surroundings) {
    this.#stored = stored;
    this.#sealer = sealer;
    this.#clock = clock;
    this.#newPair = newPair;
  }

  /**
   * Gives our public keys as a JWK set: one, or two while a rotation is under way. Makes the first
   * key when there is none, and the successor of one that is 90 days old.
   */
  async jwks(): Promise<{ readonly keys: readonly JWK[] }> {
    const keys = await this.#current();
    return { keys: keys.map((key) => JSON.parse(key.public_jwk) as JWK) };
  }

  /** Signs claims (RS256) with the key in use, named in the header. */
  async sign(claims: JWTPayload): Promise<string> {
    const keys = await this.#current();
    const now = this.#clock.now();
    const key = keys.findLast(({ signs_from }) => signs_from <= now);
    if (!key) throw new Error('no key of ours may sign yet');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
      .sign(await this.#privateKey(key));
  }

  /**
   * Makes a new key, which signs from a day on; the one in use stays published for two days more.
   * Answers false when a rotation is under way already.
   */
  async rotate(): Promise<boolean> {
    const keys = await this.#current();
    const newest = keys.at(-1);
    if (!newest || newest.signs_from > this.#clock.now()) return false;
    return this.#succeed(newest);
  }

  async #current(): Promise<readonly StoredToolKey[]> {
    const now = this.#clock.now();
    const keys = await this.#stored.list(now);
    const newest = keys.at(-1);
    if (newest && now - newest.signs_from < longestUse) return keys;
    await this.#succeed(newest);
    return this.#stored.list(now);
  }

  /** Another process may do the same meanwhile; then one of the two keys is stored. */
  async #succeed(newest: StoredToolKey | undefined): Promise<boolean> {
    const now = this.#clock.now();
    const signsFrom = newest ? now + publishedBefore : now;
    const generation = (newest?.generation ?? 0) + 1;
    const pair = await this.#newPair();
    const key = await keyOf(pair, this.#sealer, { generation, signs_from: signsFrom });
    return this.#stored.add(key, signsFrom + publishedAfter);
  }

  #privateKey(key: StoredToolKey): Promise<CryptoKey> {
    const known = this.#opened.get(key.kid);
    if (known) return known;
    const opening = openKey(this.#sealer, key);
    this.#opened.set(key.kid, opening);
    return opening;
  }
}

/** Gives our keys from a database that is open. */
export function toolKeysOf(
  { toolKeys, sealers }: Pick<Storage, 'toolKeys' | 'sealers'>,
  clock: Clock,
  newPair?: NewPair,
): ToolKeys {
  const stored = { stored: toolKeys, sealer: sealers.toolKeys };
  return new ToolKeys({ ...stored, clock, ...(newPair && { newPair }) });
}

function newRsaPair(): Promise<GenerateKeyPairResult> {
  return generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
}

async function keyOf(
  pair: GenerateKeyPairResult,
  sealer: Sealer,
  { generation, signs_from }: Pick<StoredToolKey, 'generation' | 'signs_from'>,
): Promise<StoredToolKey> {
  const { kty, n, e } = await exportJWK(pair.publicKey);
  const published: JWK = { kty: kty ?? 'RSA', n: n ?? '', e: e ?? '', alg: 'RS256', use: 'sig' };
  const kid = await calculateJwkThumbprint(published);
  return {
    kid,
    generation,
    public_jwk: JSON.stringify({ ...published, kid }),
    sealed_private_jwk: sealer.seal(JSON.stringify(await exportJWK(pair.privateKey))),
    signs_from,
    leaves_at: null,
  };
}

async function openKey(sealer: Sealer, key: StoredToolKey): Promise<CryptoKey> {
  const jwk = JSON.parse(sealer.open(key.sealed_private_jwk)) as JWK;
  const opened = await importJWK(jwk, 'RS256');
  if (opened instanceof Uint8Array) throw new Error('a key of ours is no RSA key');
  return opened;
}
