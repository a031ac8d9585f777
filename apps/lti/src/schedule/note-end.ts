import { type Clock, minute, second } from '../clock.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { meetingJob } from '../storage/reservations.ts';

/** From an `end` to the first look at what became of it. */
const firstLook = 5 * second;
/** Longer than the client waits for an answer to `end`. */
const endTakes = 2 * minute;

/** Names the job that brings a meeting to its end. */
export function jobOf({ id }: Pick<StoredMeeting, 'id'>, dueAt: number) {
  return { kind: meetingJob, key: id, dueAt };
}

/** Whether an `end` may still be under way that would hit whatever opens now. */
export function isJustEnding({ ends }: StoredMeeting, now: number): boolean {
  return ends?.pending === true && now < ends.lastAt + endTakes;
}

/** Notes that somebody ended the meeting of a room: its seats are free in a moment. */
export async function noteEndedByPerson(
  { meetings, jobs }: Storage,
  roomId: string,
  clock: Clock,
): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const meeting = await meetings.openIn(roomId);
    if (meeting === undefined) return;
    const now = clock.now();
    const ends = { times: (meeting.ends?.times ?? 0) + 1, lastAt: now, byPerson: true };
    // The job of the meeting may have changed it at the same moment.
    if (await meetings.change(meeting, { ends })) {
      await jobs.hasten(jobOf(meeting, now + firstLook));
      return;
    }
  }
}

/** Notes that the server has no meeting of a room any more. */
export async function noteGone(
  { meetings, jobs }: Storage,
  roomId: string,
  clock: Clock,
): Promise<void> {
  const meeting = await meetings.openIn(roomId);
  if (meeting?.state !== 'live') return;
  await meetings.end(meeting.id, meeting.ends?.byPerson === true ? 'person' : 'server');
  await jobs.hasten(jobOf(meeting, clock.now()));
}
