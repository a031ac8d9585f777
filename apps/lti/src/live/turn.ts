import { type Clock, second } from '../clock.ts';
import {
  type LastQuestions,
  type MeetingWatch,
  type MeetingWatches,
  mostQuestions,
} from '../storage/meeting-watch.ts';
import { soonestAsk } from './when-to-ask.ts';

export interface TurnTools {
  readonly watches: MeetingWatches;
  readonly clock: Clock;
}

/** Longer than any answer; whoever asked and said nothing by then has died. */
export const answerTakes = 30 * second;
/** A question goes out at the time it is counted for, or at most this much later. */
const punctual = second / 2;
const mostClaims = 3;

/** Whether some process asks now. */
export function isUnderWay({ askedAt, settledAt }: MeetingWatch, now: number): boolean {
  return askedAt > settledAt && askedAt <= now && now - askedAt < answerTakes;
}

/**
 * Takes the turn to ask about a meeting, given what was read of it before: the one way to a
 * question, for everybody in all processes. Answers the time the question is counted for; undefined
 * when somebody else asks, or it is too soon: usually less than five seconds after the last one.
 */
export async function takeTurn(
  { watches, clock }: TurnTools,
  meetingID: string,
  watch: MeetingWatch | undefined,
  soonest: typeof soonestAsk = soonestAsk,
): Promise<number | undefined> {
  let seen: LastQuestions | undefined = watch;
  for (let claims = 1; ; claims += 1) {
    const at = clock.now();
    const isTooSoon = soonest(watch, at) > at || (watch !== undefined && isUnderWay(watch, at));
    if (isTooSoon || !(await watches.claim(meetingID, seen, at))) return undefined;
    // After a slow moment of the database the question is counted anew, for when it really goes out.
    if (clock.now() - at < punctual || claims === mostClaims) return at;
    seen = { askedAt: at, recent: [...(seen?.recent ?? []), at].slice(-mostQuestions) };
  }
}
