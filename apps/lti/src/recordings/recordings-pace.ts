import type { IndexedRecording } from '@bluebridge/core/rooms';
import { hour, minute, second } from '../clock.ts';
import type { RecordingList } from '../storage/recording-lists.ts';

/** How the recordings of a room stand, for the question when to ask the server about them. */
export interface Standing extends Pick<RecordingList, 'failures' | 'endedAt' | 'isLive'> {
  readonly index: readonly IndexedRecording[];
}

/** After how long the tool asks by itself about what is being made, by how long that has gone on. */
const steps = [
  { youngerThan: 10 * minute, every: minute },
  { youngerThan: hour, every: 5 * minute },
  { youngerThan: 6 * hour, every: 15 * minute },
  { youngerThan: 48 * hour, every: hour },
] as const;

/** What is not made by then is asked about like everything that is finished. */
const calm = 6 * hour;
/** An open meeting may end without anybody seeing it. */
const whileLive = 10 * minute;
/** For so long after a meeting its recording may still turn up without having been seen. */
const afterwards = 15 * minute;
const firstPause = 30 * second;
const longestPause = 30 * minute;

/**
 * Plans when the tool asks the server about a room again by itself, epoch ms; undefined where
 * nothing is to be expected before somebody opens its page.
 */
export function nextLook(standing: Standing, now: number): number | undefined {
  const { index, failures, endedAt, isLive } = standing;
  if (failures > 0) {
    return now + Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 10));
  }
  const making = paceOfMaking(index, endedAt, now);
  if (making !== undefined) return now + making;
  if (isLive) return now + whileLive;
  return index.length > 0 ? now + calm : undefined;
}

/** How many times sooner than by itself the tool asks when somebody looks at the page. */
const eagerness = 6;
const staleUsually = 15 * minute;

/** Tells whether somebody who opens the page of a room is worth a question to the server. */
export function isStale(
  list: RecordingList | undefined,
  index: readonly IndexedRecording[],
  now: number,
): boolean {
  if (list === undefined) return true;
  const { failures, dueAt, readAt, endedAt } = list;
  if (dueAt !== undefined && dueAt <= now) return true;
  // A server in trouble is left alone until its pause is over.
  if (failures > 0) return false;
  if (readAt === undefined) return true;
  const making = paceOfMaking(index, endedAt, now);
  return now - readAt >= (making === undefined ? staleUsually : making / eagerness);
}

/** How often to ask about what is being made; undefined where nothing is. */
function paceOfMaking(
  index: readonly IndexedRecording[],
  endedAt: number | undefined,
  now: number,
): number | undefined {
  const ages = index.filter(isUnfinished).map((recording) => now - madeSince(recording, now));
  if (endedAt !== undefined && now - endedAt < afterwards) ages.push(now - endedAt);
  const youngest = Math.min(...ages);
  return steps.find(({ youngerThan }) => youngest < youngerThan)?.every;
}

/** Tells whether a recording is expected or being made. */
export function isUnfinished({ state, missingSince }: IndexedRecording): boolean {
  return (
    missingSince === undefined &&
    (state === 'expected' || state === 'processing' || state === 'processed')
  );
}

function madeSince({ expectedSince, facts }: IndexedRecording, now: number): number {
  return expectedSince ?? facts?.endTime ?? facts?.startTime ?? now;
}
