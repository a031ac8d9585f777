import { seatsOf } from './seat-use.ts';
import type { Reservation } from './seat-types.ts';

/**
 * Chooses which overtime meetings give way so that `needed` seats become free, in order: as few
 * meetings as possible, so the largest first; the last one is the smallest that suffices. Among
 * equals the one that is in overtime for longest. Expects that all together suffice.
 */
export function chooseEvictions(
  overtime: readonly Reservation[],
  needed: number,
): readonly string[] {
  const left = overtime.filter((each) => seatsOf(each) > 0).toSorted(byLongestOvertime);
  const chosen: string[] = [];
  let missing = needed;
  while (missing > 0 && left.length > 0) {
    const next = smallestThatSuffices(left, missing) ?? largest(left);
    if (next === undefined) break;
    left.splice(left.indexOf(next), 1);
    chosen.push(next.meetingID);
    missing -= seatsOf(next);
  }
  return chosen;
}

function byLongestOvertime(a: Reservation, b: Reservation): number {
  if (a.until !== b.until) return a.until - b.until;
  return a.meetingID < b.meetingID ? -1 : 1;
}

// Sorting is stable, so the order of overtime decides among equals.
function smallestThatSuffices(meetings: readonly Reservation[], missing: number) {
  return meetings
    .filter((each) => seatsOf(each) >= missing)
    .toSorted((a, b) => seatsOf(a) - seatsOf(b))
    .at(0);
}

function largest(meetings: readonly Reservation[]) {
  return meetings.toSorted((a, b) => seatsOf(b) - seatsOf(a)).at(0);
}
