import type { Clock } from './clock.ts';
import type { Assets } from './http/assets.ts';
import type { PlatformKeys } from './launch/platform-keys.ts';
import type { Log } from './log.ts';
import type { Meetings } from './rooms/meetings.ts';
import type { Storage } from './storage/database.ts';

/** Everything the routes work with. */
export interface Tool {
  /** Our public origin, without a slash at the end. */
  readonly baseUrl: string;
  readonly storage: Storage;
  readonly keys: PlatformKeys;
  readonly meetings: Meetings;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly log: Log;
}
