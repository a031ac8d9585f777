import { z } from 'zod';
import { type Clock, minute, second } from '../clock.ts';
import type { GuardedClient } from '../http/guarded-client.ts';
import type { ToolKeys } from '../keys/tool-keys.ts';
import type { Platform } from '../storage/platforms.ts';
import { newId } from '../tokens.ts';
import { errorOf, jsonOf } from './service-answers.ts';
import { ServiceError } from './service-error.ts';

const answer = z.object({
  access_token: z.string().min(1).max(16_384),
  expires_in: z.coerce.number().positive().max(86_400).catch(0),
  scope: z.string().optional().catch(undefined),
});

interface Dependencies {
  readonly client: GuardedClient;
  readonly keys: Pick<ToolKeys, 'sign'>;
  readonly clock: Clock;
}

interface Grant {
  readonly token: string;
  readonly scopes: ReadonlySet<string>;
  readonly goodUntil: number;
}

/** A token that says nothing about its life is used for this one question and a little more. */
const shortestLife = 30 * second;
/** Not used in its last minute, so that it does not expire on the way. */
const margin = minute;
const assertionLife = 3 * minute;

/**
 * Gets the tokens with which we may ask services of platforms. One token of a platform and a scope
 * serves everybody until shortly before it expires. Source: LTI security framework 1.0, section 4.1.
 */
export class AccessTokens {
  readonly #dependencies: Dependencies;
  readonly #grants = new Map<string, Promise<Grant>>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Gives a token of a platform for a scope. Throws ServiceError: `scope_missing` when the platform
   * does not grant it, `service_refused` when it does not know us, and as any service does.
   */
  async get(platform: Platform, scope: string): Promise<string> {
    const key = `${platform.id} ${scope}`;
    const grant = await this.#grantOf(key, platform, scope);
    if (!grant.scopes.has(scope)) throw new ServiceError('scope_missing');
    return grant.token;
  }

  /** Forgets a token that was refused. */
  forget(platform: Platform, scope: string): void {
    this.#grants.delete(`${platform.id} ${scope}`);
  }

  async #grantOf(key: string, platform: Platform, scope: string): Promise<Grant> {
    const known = this.#grants.get(key);
    if (known) {
      const grant = await known;
      if (this.#dependencies.clock.now() < grant.goodUntil) return grant;
    }
    // Somebody else may have begun to ask while we looked at the old one.
    const newer = this.#grants.get(key);
    if (newer && newer !== known) return newer;
    const asking = this.#ask(platform, scope);
    this.#grants.set(key, asking);
    asking.catch(() => this.#grants.delete(key));
    return asking;
  }

  async #ask(platform: Platform, scope: string): Promise<Grant> {
    const { client, clock } = this.#dependencies;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await this.#assertion(platform),
      scope,
    });
    const reply = await client(platform.tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    }).catch(() => {
      throw new ServiceError('service_unreachable');
    });
    if (reply.status !== 200) throw errorOf(reply);
    const { data } = answer.safeParse(jsonOf(reply.text));
    if (!data) throw new ServiceError('service_unreadable', { status: reply.status });
    const life = Math.max(shortestLife, data.expires_in * second - margin);
    return {
      token: data.access_token,
      // Who names no scopes grants what was asked for. Source: RFC 6749, section 5.1.
      scopes: new Set(data.scope === undefined ? [scope] : data.scope.split(' ')),
      goodUntil: clock.now() + life,
    };
  }

  #assertion({ clientId, tokenEndpoint }: Platform): Promise<string> {
    const now = this.#dependencies.clock.now();
    return this.#dependencies.keys.sign({
      iss: clientId,
      sub: clientId,
      aud: tokenEndpoint,
      iat: Math.floor(now / second),
      exp: Math.floor((now + assertionLife) / second),
      jti: newId(),
    });
  }
}
