/** One live meeting, as far as the landing page shows it. */
export interface RunningMeeting {
  meetingID: string;
  name: string;
  state: 'open' | 'empty' | 'ending';
  people: readonly { name: string; isModerator: boolean }[];
}

export type MeetingsSnapshot =
  | { kind: 'loading' }
  | { kind: 'known'; meetings: readonly RunningMeeting[] }
  | { kind: 'unlisted' }
  | { kind: 'failed' };

/** Reads the meetings from the server; gives undefined where the server cannot list them. */
export type ReadMeetings = () => Promise<readonly RunningMeeting[] | undefined>;

export interface RunningMeetings {
  /** Returns what is known now; asks the server in the background when that is old. */
  snapshot(): MeetingsSnapshot;
}

const FRESH_FOR_MS = 2000;

/**
 * Creates the shared view of the live meetings: however many pages look, the server gets one
 * question at a time and none while nobody looks. Time comes from `now` (epoch milliseconds).
 */
export function createRunningMeetings(read: ReadMeetings, now: () => number): RunningMeetings {
  let snapshot: MeetingsSnapshot = { kind: 'loading' };
  let askedAt = Number.NEGATIVE_INFINITY;
  let underWay = false;

  const refresh = async (): Promise<void> => {
    underWay = true;
    askedAt = now();
    try {
      const meetings = await read();
      snapshot = meetings === undefined ? { kind: 'unlisted' } : { kind: 'known', meetings };
    } catch {
      snapshot = { kind: 'failed' };
    } finally {
      underWay = false;
    }
  };

  return {
    snapshot() {
      if (!underWay && now() - askedAt >= FRESH_FOR_MS) void refresh();
      return snapshot;
    },
  };
}
