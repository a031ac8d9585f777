import { statusPauses, type StatusPlan, statusPolicy } from '@bluebridge/core/rooms';
import { second } from '../clock.ts';
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
 * Plans the next question for those in front of a room: as `statusPolicy` says, and never more than
 * twelve in any minute.
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
  return { ...plan, askAt: Math.max(plan.askAt, soonestInMinute(watch, now)) };
}

/**
 * The soonest time of the next question, whoever wants to ask for whatever reason: five seconds
 * after the last one, and never more than twelve in a minute.
 */
export function soonestAsk(watch: MeetingWatch | undefined, now: number): number {
  if (watch === undefined || watch.askedAt === 0) return now;
  const next = Math.min(watch.askedAt, now) + statusPauses.shortest;
  return Math.max(next, soonestInMinute(watch, now));
}

/** When there is room for one more of the twelve questions of a minute. */
export function soonestInMinute(watch: MeetingWatch | undefined, now: number): number {
  // A clock that was set back makes the latest questions look as if they were to come; one that is
  // a little behind those of others must not.
  const past = watch?.recent.filter((at) => at <= now + second) ?? [];
  const [oldest] = past;
  const isFull = oldest !== undefined && past.length >= mostQuestions;
  return isFull ? Math.max(now, oldest + questionsWithin) : now;
}
