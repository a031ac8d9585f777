import { type CryptoKey, importJWK } from 'jose';
import { z } from 'zod';
import { type Clock, minute, second } from '../clock.ts';
import type { FetchJson } from '../http/guarded-fetch.ts';
import { ToolError } from '../http/tool-error.ts';

type KeySet = ReadonlyMap<string, CryptoKey | 'unusable'>;

interface CachedKeys {
  readonly keys: KeySet;
  readonly fetchedAt: number;
  /** When the platform was last asked, with or without success. */
  askedAt: number;
  /** When a wrong signature last made us ask again. */
  forcedAt: number;
}

/** How long keys are used without asking again. */
const freshFor = 10 * minute;
/** Pause between two questions, so that unknown key ids cannot make us ask all the time. */
const pause = 30 * second;
const forcedPause = 5 * minute;
/** Pause after an answer that never came, so that a silent platform does not tie everybody up. */
const pauseAfterFailure = 5 * second;

/** The public keys of all platforms, fetched when needed and kept. */
export class PlatformKeys {
  readonly #fetchJson: FetchJson;
  readonly #clock: Clock;
  readonly #cache = new Map<string, CachedKeys>();
  readonly #open = new Map<string, Promise<void>>();
  /** When a platform we know nothing of yet failed to answer. */
  readonly #failedAt = new Map<string, number>();

  constructor(fetchJson: FetchJson, clock: Clock) {
    this.#fetchJson = fetchJson;
    this.#clock = clock;
  }

  /**
   * Finds a key in the set at `jwksUri`. An unknown key id makes it ask the platform once more.
   * While the platform does not answer, kept keys stay good.
   *
   * Throws `keys_unreachable`, `key_unknown`, or `key_unusable` (not RSA of 2048 bits or more).
   */
  async find(jwksUri: string, kid: string): Promise<CryptoKey> {
    const cached = await this.#keys(jwksUri, ({ fetchedAt }) => this.#since(fetchedAt) < freshFor);
    const key = cached.keys.get(kid) ?? (await this.#keys(jwksUri, () => false)).keys.get(kid);
    if (key === undefined) throw new ToolError('key_unknown');
    if (key === 'unusable') throw new ToolError('key_unusable');
    return key;
  }

  /**
   * Asks for the key again after a wrong signature, because some platforms change a key and keep
   * its id. Answers undefined when that was tried within the last five minutes.
   */
  async findAgain(jwksUri: string, kid: string): Promise<CryptoKey | undefined> {
    const cached = this.#cache.get(jwksUri);
    if (!cached || this.#since(cached.forcedAt) < forcedPause) return undefined;
    cached.forcedAt = this.#clock.now();
    await this.#refresh(jwksUri);
    const key = this.#cache.get(jwksUri)?.keys.get(kid);
    return key === 'unusable' ? undefined : key;
  }

  /** Gives the cached set if it is good enough or the platform was asked just now, else a new one. */
  async #keys(jwksUri: string, isGood: (cached: CachedKeys) => boolean): Promise<CachedKeys> {
    const known = this.#cache.get(jwksUri);
    if (known && (isGood(known) || this.#since(known.askedAt) < pause)) return known;
    const failedAt = known ? undefined : this.#failedAt.get(jwksUri);
    if (failedAt === undefined || this.#since(failedAt) >= pauseAfterFailure) {
      await this.#refresh(jwksUri);
    }
    const cached = this.#cache.get(jwksUri);
    if (!cached) throw new ToolError('keys_unreachable');
    return cached;
  }

  #since(time: number): number {
    return this.#clock.now() - time;
  }

  /** Fetches a set, once for everybody who asks meanwhile. Failing keeps what was known. */
  #refresh(jwksUri: string): Promise<void> {
    const open = this.#open.get(jwksUri);
    if (open) return open;
    const fetching = this.#fetch(jwksUri).finally(() => this.#open.delete(jwksUri));
    this.#open.set(jwksUri, fetching);
    return fetching;
  }

  async #fetch(jwksUri: string): Promise<void> {
    const known = this.#cache.get(jwksUri);
    const now = this.#clock.now();
    if (known) known.askedAt = now;
    try {
      const keys = await keysFrom(await this.#fetchJson(jwksUri));
      const forcedAt = known?.forcedAt ?? Number.NEGATIVE_INFINITY;
      this.#cache.set(jwksUri, { keys, fetchedAt: now, askedAt: now, forcedAt });
    } catch {
      this.#failedAt.set(jwksUri, now);
      // What is known stays good; whoever needs more finds that there is none.
    }
  }
}

const jwkSet = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  // Some platforms leave `alg` out; we say which one ourselves.
  alg: z.literal('RS256').optional(),
  use: z.literal('sig').optional(),
});
const smallestModulus = 2048 / 8;

/** Reads the RSA signature keys of a JWK set; other kinds of keys are passed over. */
async function keysFrom(document: unknown): Promise<KeySet> {
  const keys = new Map<string, CryptoKey | 'unusable'>();
  for (const entry of jwkSet.parse(document).keys) {
    const { data: jwk } = rsaKey.safeParse(entry);
    if (jwk && !keys.has(jwk.kid)) keys.set(jwk.kid, await usable(jwk));
  }
  return keys;
}

async function usable({ n, e }: z.infer<typeof rsaKey>): Promise<CryptoKey | 'unusable'> {
  if (Buffer.from(n, 'base64url').length < smallestModulus) return 'unusable';
  try {
    const key = await importJWK({ kty: 'RSA', n, e }, 'RS256');
    return key instanceof Uint8Array ? 'unusable' : key;
  } catch {
    return 'unusable';
  }
}
