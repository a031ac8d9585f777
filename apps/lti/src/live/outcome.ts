import { BbbError, type BbbErrorCode } from '@bluebridge/core';
import { second } from '../clock.ts';
import type { MeetingWatch } from '../storage/meeting-watch.ts';
import { infoIn, type MeetingInfo } from './snapshot.ts';

/** What the pages of a room are told of its meeting, or the code of why nothing is known. */
export type Outcome =
  | { readonly kind: 'known'; readonly info: MeetingInfo | null }
  | { readonly kind: 'failed'; readonly code: string };

/** How long an answer stands in for one that got lost. */
const standsIn = 30 * second;

/**
 * Gives the failure of the last question about a meeting, unless it is the first after good ones:
 * questions are not repeated, because the next one comes in a few seconds anyway.
 */
function failureOf(watch: MeetingWatch, now: number): BbbErrorCode | undefined {
  const { failures, failureCode, snapshot, answeredAt, changedAt } = watch;
  const isKnown = snapshot !== undefined && Math.max(answeredAt, changedAt) > now - standsIn;
  return failures === 1 && isKnown ? undefined : failureCode;
}

/** Gives what pages are told of a meeting; undefined while nothing is known of it. */
export function outcomeOf(watch: MeetingWatch | undefined, now: number): Outcome | undefined {
  if (watch === undefined) return undefined;
  const code = failureOf(watch, now);
  if (code !== undefined) return { kind: 'failed', code };
  const info = infoIn(watch.snapshot);
  return info === undefined ? undefined : { kind: 'known', info };
}

/** Gives what is known of a meeting. Throws the failure of the last question, if it matters. */
export function valueOf(watch: MeetingWatch, now: number): MeetingInfo | null {
  const failure = failureOf(watch, now);
  if (failure === undefined) return infoIn(watch.snapshot) ?? null;
  throw lastFailed(failure);
}

/** The same for somebody who enters now: nobody is sent on to a server that was not there just now. */
export function valueAtDoor(watch: MeetingWatch, now: number): MeetingInfo | null {
  if (watch.failureCode === 'unreachable') throw lastFailed(watch.failureCode);
  return valueOf(watch, now);
}

function lastFailed(failure: BbbErrorCode): BbbError {
  return new BbbError(failure, 'the last question failed', { call: 'getMeetingInfo' });
}

/** Whether what is known is the answer to a question after a time, and after our last command. */
export function isAnsweredSince({ answeredAt, changedAt }: MeetingWatch, after: number): boolean {
  return answeredAt > Math.max(after, changedAt);
}
