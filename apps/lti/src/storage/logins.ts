import type { Kysely } from 'kysely';
import { type Clock, hour, minute } from '../clock.ts';
import { hashOf } from '../tokens.ts';
import { nowAndThen } from './now-and-then.ts';
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
   * nothing, while too many are pending.
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
  return {
    async add(state, login, lifetimeMs = loginLifetime) {
      const now = clock.now();
      await purge();
      const { pending } = await db
        .selectFrom('logins')
        .select((query) => query.fn.countAll<number>().as('pending'))
        .where('expires_at', '>=', now)
        .executeTakeFirstOrThrow();
      if (pending >= mostPending) return false;
      await db
        .insertInto('logins')
        .values(rowFrom(state, login, now + lifetimeMs))
        .execute();
      return true;
    },

    async take(state) {
      const row = await db
        .deleteFrom('logins')
        .where('state_hash', '=', hashOf(state))
        .returningAll()
        .executeTakeFirst();
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
