import { type Client, isBbbError, type ReplyOf } from '@bluebridge/core';
import { type Clock, minute, second } from '../clock.ts';
import type { JobHandler } from '../jobs/job-runner.ts';
import { jobOf } from '../schedule/note-end.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { MeetingTurn } from '../storage/reservations.ts';

type Listed = ReplyOf<'getMeetings'>['meetings'][number];

export interface SyncTools {
  readonly client: Client;
  readonly storage: Storage;
  readonly clock: Clock;
}

/** An account has fewer meetings than that; of longer lists the rest is left out. */
const mostMeetings = 1000;
const whileSomethingRuns = minute;
const whileAway = 5 * minute;
const whileNothingRuns = 10 * minute;
/** A meeting that was just created may not be in the list yet. */
const appearsWithin = 30 * second;
const keptFor = 90 * 24 * 60 * minute;

/** Keeps our records of the account in step with what the server says, once a minute. */
export function seatsSyncJob(tools: SyncTools): JobHandler {
  const { client, storage, clock } = tools;
  return async () => {
    await storage.meetings.forgetEnded(clock.now() - keptFor);
    if (!client.server.dialect.reservesSeats) return { retryAt: clock.now() + 24 * 60 * minute };
    try {
      await syncSeats(tools);
    } catch (error) {
      // Refusals teach the same, only later.
      if (!isBbbError(error)) throw error;
      return { retryAt: clock.now() + whileAway };
    }
    const open = await storage.meetings.listOpen();
    const pause = open.length > 0 ? whileSomethingRuns : whileNothingRuns;
    return { retryAt: clock.now() + pause };
  };
}

/**
 * Reads the server's list of meetings once. What is in it holds seats, also when another system has
 * opened it. What is missing proves little: the job of such a meeting looks for it by its name.
 * Throws BbbError.
 */
export async function syncSeats({ client, storage, clock }: SyncTools): Promise<void> {
  const askedAt = clock.now();
  const { meetings } = await client.call('getMeetings', {});
  const listed = meetings.slice(0, mostMeetings).filter(isCounted);
  const rooms = await roomsOf(storage, listed);
  const missing = await storage.meetings.inTurn('seats', async (turn) => {
    const open = await turn.open();
    for (const meeting of listed) await take(turn, open, meeting, rooms.get(meeting.meetingID));
    return leaveOut(turn, open, listed, askedAt);
  });
  for (const meeting of missing) await storage.jobs.hasten(jobOf(meeting, clock.now()));
}

function isCounted({ isBreakout, hasBeenForciblyEnded }: Listed): boolean {
  return isBreakout !== true && hasBeenForciblyEnded !== true;
}

/** Finds the rooms of ours that have a meeting of which we know nothing. */
async function roomsOf(
  { meetings, rooms }: Storage,
  listed: readonly Listed[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Set((await meetings.listOpen()).map(({ meetingID }) => meetingID));
  const found = new Map<string, string>();
  for (const { meetingID } of listed) {
    const room = known.has(meetingID) ? undefined : await rooms.byMeetingID(meetingID);
    if (room) found.set(meetingID, room.id);
  }
  return found;
}

async function take(
  turn: MeetingTurn,
  open: readonly StoredMeeting[],
  listed: Listed,
  roomId: string | undefined,
): Promise<void> {
  const { meetingID, createTime, internalMeetingID: internalID, duration = 0 } = listed;
  const people = listed.participantCount ?? listed.attendees.length;
  const known = open.find((each) => each.meetingID === meetingID);
  if (known === undefined) {
    const plannedEndAt = duration > 0 ? createTime + duration * minute : undefined;
    const seats = listed.maxUsers ?? 0;
    const live = { createTime, internalID, people };
    const owner = roomId !== undefined && { roomId };
    await turn.add({ ...owner, meetingID, language: 'en', plannedEndAt, seats, live });
  } else if (known.state === 'live' && known.people !== people) {
    await turn.change(known, { people });
  }
}

/** Ends what other systems had, and answers which meetings of ours have to be looked for. */
async function leaveOut(
  turn: MeetingTurn,
  open: readonly StoredMeeting[],
  listed: readonly Listed[],
  askedAt: number,
): Promise<readonly StoredMeeting[]> {
  const missing = open.filter(
    ({ meetingID, createTime, state, openedAt }) =>
      state === 'live' &&
      openedAt + appearsWithin < askedAt &&
      !listed.some((one) => one.meetingID === meetingID && one.createTime === createTime),
  );
  for (const { id, roomId } of missing) if (roomId === undefined) await turn.end(id, 'server');
  return missing.filter(({ roomId }) => roomId !== undefined);
}
