import type { Kysely } from 'kysely';
import { type Clock, hour, minute, second } from '../clock.ts';
import { hashOf } from '../tokens.ts';
import { nowAndThen } from './now-and-then.ts';
import { prepared } from './prepared.ts';
import type { LoginRow } from './rows/platforms.ts';
import type { Schema } from './schema.ts';

/** What a login initiation said and what was promised to the platform in return. */
export interface PendingLogin {
  readonly platformId: string;
  readonly nonce: string;
  /** Hash of the value in this browser's cookie. */
  readonly bindingHash: string;
  readonly targetLinkUri: string;
  readonly loginHint: string;
  readonly messageHint: string | undefined;
  readonly deploymentHint: string | undefined;
  /** What the platform keeps for us, where it offers that: which frame does, and a hash of it. */
  readonly storage: { readonly target: string; readonly valueHash: string } | undefined;
}

export interface TakenLogin extends PendingLogin {
  readonly expired: boolean;
}

export interface Logins {
  /**
   * Stores a login under its state for ten minutes, or as long as told. Answers false, storing
   * nothing, while too many are pending; with several processes, this is noticed within a second.
   */
  add(state: string, login: PendingLogin, lifetimeMs?: number): Promise<boolean>;
  /**
   * Takes a login out of the store, so that state and nonce work once. Expired ones are still
   * found for an hour, to offer another try.
   */
  take(state: string): Promise<TakenLogin | undefined>;
}

/** How long a person has to come back from the platform. */
export const loginLifetime = 10 * minute;
/** Bounds the store against a flood of logins nobody finishes. */
export const usualMostPending = 20_000;

/** Gives the logins that wait for their launch. */
export function loginsIn(db: Kysely<Schema>, clock: Clock, mostPending: number): Logins {
  const purge = nowAndThen(clock, (now) =>
    db
      .deleteFrom('logins')
      .where('expires_at', '<', now - hour)
      .execute(),
  );
  const insert = prepared(db, (on, row: LoginRow) =>
    on.insertInto('logins').values({
      state_hash: row.state_hash,
      nonce: row.nonce,
      binding_hash: row.binding_hash,
      platform_id: row.platform_id,
      target_link_uri: row.target_link_uri,
      login_hint: row.login_hint,
      message_hint: row.message_hint,
      deployment_hint: row.deployment_hint,
      storage_target: row.storage_target,
      storage_hash: row.storage_hash,
      expires_at: row.expires_at,
    }),
  );
  const take = prepared(db, (on, { stateHash }: { readonly stateHash: string }) =>
    on.deleteFrom('logins').where('state_hash', '=', stateHash).returningAll(),
  );

  let free = 0;
  let countedAt = Number.NEGATIVE_INFINITY;

  /** Counting takes longer the more are pending; other processes add to them too. */
  async function hasSpace(now: number): Promise<boolean> {
    if (free <= 0 || Math.abs(now - countedAt) >= second) {
      const { pending } = await db
        .selectFrom('logins')
        .select((query) => query.fn.countAll<number>().as('pending'))
        .where('expires_at', '>=', now)
        .executeTakeFirstOrThrow();
      free = mostPending - pending;
      countedAt = now;
    }
    free -= 1;
    return free >= 0;
  }

  return {
    async add(state, login, lifetimeMs = loginLifetime) {
      const now = clock.now();
      await purge();
      if (!(await hasSpace(now))) return false;
      await insert(rowFrom(state, login, now + lifetimeMs));
      return true;
    },

    async take(state) {
      const [row] = await take({ stateHash: hashOf(state) });
      return row && { ...loginFrom(row), expired: row.expires_at < clock.now() };
    },
  };
}

function rowFrom(state: string, login: PendingLogin, expiresAt: number): LoginRow {
  return {
    state_hash: hashOf(state),
    nonce: login.nonce,
    binding_hash: login.bindingHash,
    platform_id: login.platformId,
    target_link_uri: login.targetLinkUri,
    login_hint: login.loginHint,
    message_hint: login.messageHint ?? null,
    deployment_hint: login.deploymentHint ?? null,
    storage_target: login.storage?.target ?? null,
    storage_hash: login.storage?.valueHash ?? null,
    expires_at: expiresAt,
  };
}

function loginFrom(row: LoginRow): PendingLogin {
  return {
    platformId: row.platform_id,
    nonce: row.nonce,
    bindingHash: row.binding_hash,
    targetLinkUri: row.target_link_uri,
    loginHint: row.login_hint,
    messageHint: row.message_hint ?? undefined,
    deploymentHint: row.deployment_hint ?? undefined,
    storage:
      row.storage_target === null || row.storage_hash === null
        ? undefined
        : { target: row.storage_target, valueHash: row.storage_hash },
  };
}
