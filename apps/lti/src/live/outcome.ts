import type { BbbErrorCode } from '@bluebridge/core';
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
export function failureOf(watch: MeetingWatch, now: number): BbbErrorCode | undefined {
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
