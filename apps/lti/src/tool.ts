import type { Clock } from './clock.ts';
import type { Assets } from './http/assets.ts';
import type { ToolKeys } from './keys/tool-keys.ts';
import type { PlatformKeys } from './launch/platform-keys.ts';
import type { Log } from './log.ts';
import type { Operations } from './operations/operations.ts';
import type { RegistrationDesk } from './registration/registration-desk.ts';
import type { Meetings } from './rooms/meetings.ts';
import type { Storage } from './storage/database.ts';

/** Everything the routes work with. */
export interface Tool {
  /** Our public origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly storage: Storage;
  readonly keys: PlatformKeys;
  /** Our own keys. */
  readonly toolKeys: ToolKeys;
  readonly registration: RegistrationDesk;
  readonly meetings: Meetings;
  readonly operations: Operations;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly log: Log;
}
