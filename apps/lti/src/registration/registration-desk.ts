import type { GuardedClient } from '../http/guarded-client.ts';

/** What registering needs besides the tool. */
export interface RegistrationDesk {
  readonly client: GuardedClient;
  /** Hosts an administrator trusts besides a platform's own. */
  readonly trustedHosts: readonly string[];
}
