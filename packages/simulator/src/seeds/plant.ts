import { setImmediate } from 'node:timers/promises';
import type { SimulatedServer } from '../calls/call.ts';
import { plantMeeting } from './plant-meeting.ts';
import { plantRecording } from './plant-recording.ts';
import type { Seed } from './seed.ts';

/** What came of a seed, in the order of the seed. */
export interface Planted {
  readonly meetings: readonly {
    readonly meetingID: string;
    readonly internalMeetingID: string;
    readonly createTime: number;
  }[];
  readonly recordings: readonly { readonly recordID: string }[];
  readonly hooks: readonly { readonly hookID: string }[];
}

/**
 * Gives a server meetings with people in them, recordings and hooks, besides what it has. Errors:
 * ControlRefused for the first that does not fit; those before it stay.
 */
export async function plant(
  seed: Seed,
  server: SimulatedServer,
  processingDelayMs: number,
): Promise<Planted> {
  server.state.settle();
  const meetings: Planted['meetings'][number][] = [];
  for (const [index, one] of seed.meetings.entries()) {
    const meeting = await plantMeeting(one, server, `meetings[${index}]`);
    const { internalMeetingID, createTime } = meeting;
    meetings.push({ meetingID: meeting.settings.meetingID, internalMeetingID, createTime });
    // A large seed takes a while, in which requests are still answered.
    await setImmediate();
  }
  const recordings = seed.recordings.map((one, index) => {
    const path = `recordings[${index}]`;
    const { recordID } = plantRecording(one, server, path, processingDelayMs);
    return { recordID };
  });
  const hooks = seed.hooks.map(({ getRaw, ...request }) => {
    const { hook } = server.hooks.add({ ...request, rawData: String(getRaw) });
    return { hookID: hook.hookID };
  });
  server.state.changed();
  return { meetings, recordings, hooks };
}
