import type { Client } from '@bluebridge/core';
import type { AccountDefaults } from '@bluebridge/core/rooms';
import type { Clock } from './clock.ts';
import type { Doctor } from './doctor/doctor.ts';
import type { DocumentDesk } from './documents/document-desk.ts';
import type { HookDesk } from './hooks/hook-desk.ts';
import type { Assets } from './http/assets.ts';
import type { ToolKeys } from './keys/tool-keys.ts';
import type { LaunchMemory } from './launch/launch-memory.ts';
import type { PlatformKeys } from './launch/platform-keys.ts';
import type { Live } from './live/live.ts';
import type { Log } from './log.ts';
import type { Operations } from './operations/operations.ts';
import type { RecordingsDesk } from './recordings/recordings.ts';
import type { RegistrationDesk } from './registration/registration-desk.ts';
import type { MeetingInfos } from './rooms/meeting-info.ts';
import type { Meetings } from './rooms/meetings.ts';
import type { PlatformServices } from './services/platform-services.ts';
import type { EndPolicy } from './schedule/end-state.ts';
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
  /** Asks services of platforms, such as for the groups of a course. */
  readonly services: PlatformServices;
  /** What is known of running meetings. */
  readonly infos: MeetingInfos;
  readonly meetings: Meetings;
  /** Pages that are open, and what they are told. */
  readonly live: Live;
  /** Lets the meeting server tell us what happens. */
  readonly hookDesk: HookDesk;
  /** Asks the meeting server. */
  readonly bbb: Client;
  /** What rooms reserve that say nothing, where the server reserves seats. */
  readonly accountDefaults?: AccountDefaults;
  /** What ends of meetings follow. */
  readonly endPolicy: EndPolicy;
  readonly recordings: RecordingsDesk;
  /** Takes presentation files for rooms. */
  readonly documents: DocumentDesk;
  readonly operations: Operations;
  /** Examines what the tool stands on, for administrators. */
  readonly doctor: Doctor;
  /** For how many days the record of what was done is kept. */
  readonly auditDays: number;
  /** How far the last launches got. */
  readonly launches: LaunchMemory;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly log: Log;
}
