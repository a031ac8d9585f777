import { statusPauses, type StatusPlan, statusPolicy } from '@bluebridge/core/rooms';
import type { HookHealth } from '../storage/hooks.ts';
import { type MeetingWatch, mostQuestions, questionsWithin } from '../storage/meeting-watch.ts';

/** Those for whose sake the server is asked about a meeting. */
export interface Onlookers {
  /** People who wait to be let in. */
  readonly waiting: number;
  /** How well events arrive; absent where the meeting has no hook. */
  readonly hooks?: HookHealth | undefined;
}

/** Somebody is in front of the room. */
export const atTheDoor: Onlookers = { waiting: 1 };

/**
 * Plans the next question about a meeting: as `statusPolicy` says, and never more than twelve in
 * any minute, whatever was asked out of turn.
 */
export function whenToAsk(
  watch: MeetingWatch | undefined,
  { waiting, hooks }: Onlookers,
  now: number,
): StatusPlan {
  if (watch === undefined || watch.askedAt === 0) return { askAt: now, reason: 'first' };
  const { askedAt, failures, eventAt } = watch;
  const plan = statusPolicy(
    {
      askedAt,
      ...(failures > 0 && { failure: { times: failures } }),
      waiting,
      visible: true,
      webhooks: {
        ...(eventAt > 0 && { roomEventAt: eventAt }),
        ...(hooks !== undefined && hooks.eventAt > 0 && { eventAt: hooks.eventAt }),
        ...(hooks !== undefined && hooks.missedAt > 0 && { missedAt: hooks.missedAt }),
      },
    },
    now,
  );
  return { ...plan, askAt: Math.max(plan.askAt, roomInMinute(watch.recent, now)) };
}

/** When somebody who presses the button may have the server asked, backoff or not. */
export function soonestAsk(watch: MeetingWatch | undefined, now: number): number {
  if (watch === undefined || watch.askedAt === 0) return now;
  const next = Math.min(watch.askedAt, now) + statusPauses.shortest;
  return Math.max(next, roomInMinute(watch.recent, now));
}

/** A clock that was set back makes the latest questions look as if they were to come. */
function roomInMinute(recent: readonly number[], now: number): number {
  const past = recent.filter((at) => at <= now);
  const [oldest] = past;
  return oldest === undefined || past.length < mostQuestions ? 0 : oldest + questionsWithin;
}
