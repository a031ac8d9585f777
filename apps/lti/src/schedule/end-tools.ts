import type { Client } from '@bluebridge/core';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { MeetingInfos } from '../rooms/meeting-info.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { EndPolicy } from './end-state.ts';

/** What bringing meetings to their end takes. */
export interface EndTools {
  readonly client: Client;
  readonly infos: MeetingInfos;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
  readonly policy: EndPolicy;
  /** What follows the end of a meeting; must bear being done twice. */
  readonly afterEnd: (meeting: StoredMeeting) => Promise<void>;
}
