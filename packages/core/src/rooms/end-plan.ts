import { type SeatAccount, seatVerdict } from './seat-ledger.ts';
import { verifyNumbers } from './seats/verify-seats.ts';

/** What is known of a meeting that has a planned end. All times in epoch ms. */
export interface EndState {
  readonly meetingID: string;
  readonly startedAt: number;
  readonly plannedEndAt: number;
  /** People who are in. Absent: not known. */
  readonly participantCount?: number;
  /** How long people may stay after the planned end, ms. */
  readonly grace?: number;
  readonly server: {
    readonly supportsDurationEnd: boolean;
    readonly missingCalls?: readonly string[];
  };
  /** Seats of the account, the meeting's own among them. Absent: the server reserves none. */
  readonly account?: SeatAccount;
  /** Minutes that a moderator asked for and nobody has answered yet. */
  readonly extensionWanted?: number;
  readonly done: {
    /** When people were last warned. */
    readonly warnedAt?: number;
    /** `end` calls so far, the last of them, and whether it failed. */
    readonly ends?: { readonly times: number; readonly lastAt: number; readonly failed?: boolean };
    /** What the last read of the meeting found. */
    readonly read?: { readonly at: number; readonly meeting: 'live' | 'ending' | 'absent' };
  };
}

/** The next thing to do about the end of a meeting, and when (epoch ms, never before now). */
export type EndAction =
  | {
      readonly kind: 'warn';
      readonly at: number;
      readonly minutesLeft: number;
      /** Into the meeting's chat, or on the host's pages where the server cannot. */
      readonly by: 'chat' | 'page';
      /** Whether half an hour more can be offered. */
      readonly canExtend: boolean;
    }
  /** Move the planned end, in the host's records and its seat ledger. */
  | { readonly kind: 'extend'; readonly at: number; readonly plannedEndAt: number }
  | {
      readonly kind: 'deny_extension';
      readonly at: number;
      readonly reason: 'seats' | 'server_ends' | 'too_late';
    }
  | { readonly kind: 'end'; readonly at: number; readonly attempt: number }
  /** Read the meeting to see whether it is gone. */
  | { readonly kind: 'confirm'; readonly at: number }
  | { readonly kind: 'give_up'; readonly at: number; readonly attempts: number }
  | { readonly kind: 'done' };

const minute = 60_000;

export const endPauses = {
  /** Minutes before the planned end at which people are warned. */
  warnings: [10, 2],
  /** What a warning offers, minutes. */
  offeredExtension: 30,
  /** Time a server that ends by itself gets for it, ms. */
  serverEnds: 60_000,
  /** From `end` to the first look, and from look to look, ms. */
  confirm: 5_000,
  /** How long an `end` may take to show, ms. */
  endTakes: 30_000,
  /** After an `end` that failed; doubled each time, ms. */
  retry: 10_000,
  attempts: 5,
} as const;

/**
 * Decides what comes next on the way to a meeting's end: warn, extend, end, confirm by reading,
 * try again, at last give up. A server with `supportsDurationEnd` ends it; then it is only checked.
 * The account must be settled (`settleReservations`). Throws `invalid_params` for times that are no
 * whole numbers, fewer people or a shorter grace than none, and an extension by less than a minute.
 */
export function endPlan(state: EndState, now: number): EndAction {
  const { done, server } = state;
  verifyNumbers('end_plan', [
    { path: 'startedAt', value: state.startedAt },
    { path: 'plannedEndAt', value: state.plannedEndAt },
    { path: 'participantCount', value: state.participantCount, min: 0 },
    { path: 'grace', value: state.grace, min: 0 },
    { path: 'extensionWanted', value: state.extensionWanted, min: 1 },
    { path: 'now', value: now },
  ]);
  if (done.read !== undefined && done.read.meeting !== 'live') return { kind: 'done' };
  if (state.extensionWanted !== undefined)
    return answerExtension(state, state.extensionWanted, now);
  if (done.ends !== undefined) return afterEnd(state, done.ends, now);
  if (server.supportsDurationEnd) return afterServersEnd(state, now);
  return nextWarning(state, now) ?? { kind: 'end', at: endAt(state, now), attempt: 1 };
}

function answerExtension(state: EndState, minutes: number, now: number): EndAction {
  if (state.done.ends !== undefined) return { kind: 'deny_extension', at: now, reason: 'too_late' };
  if (state.server.supportsDurationEnd) {
    return { kind: 'deny_extension', at: now, reason: 'server_ends' };
  }
  // Who asks in the time of grace gets the minutes from now on.
  const plannedEndAt = Math.max(state.plannedEndAt, now) + minutes * minute;
  return seatsLast(state, plannedEndAt, now)
    ? { kind: 'extend', at: now, plannedEndAt }
    : { kind: 'deny_extension', at: now, reason: 'seats' };
}

/** Whether the meeting's seats are nobody else's until a later end. */
function seatsLast({ account, meetingID, plannedEndAt }: EndState, until: number, now: number) {
  if (account === undefined) return true;
  const own = account.reservations.find((each) => each.meetingID === meetingID);
  if (own === undefined) return false;
  const seats = Math.max(own.seats, own.live ?? 0);
  const from = Math.max(plannedEndAt, now);
  return seatVerdict(account, { meetingID, seats, from, until }).kind === 'fits';
}

function nextWarning(state: EndState, now: number): EndAction | undefined {
  const { startedAt, plannedEndAt, done, server } = state;
  // Nobody is in: nobody is warned.
  if (state.participantCount === 0 || now >= plannedEndAt) return undefined;
  const isDue = (mark: number) =>
    mark > startedAt && (done.warnedAt === undefined || done.warnedAt < mark);
  const marks = endPauses.warnings.map((minutes) => plannedEndAt - minutes * minute);
  // Of several marks that were missed only the last is made up for.
  const missed = marks.findLast((mark) => mark <= now);
  const next = [missed, ...marks.filter((mark) => mark > now)].find(
    (mark) => mark !== undefined && isDue(mark),
  );
  if (next === undefined) return undefined;
  const at = Math.max(now, next);
  return {
    kind: 'warn',
    at,
    minutesLeft: Math.ceil((plannedEndAt - at) / minute),
    by: server.missingCalls?.includes('sendChatMessage') ? 'page' : 'chat',
    canExtend: seatsLast(state, plannedEndAt + endPauses.offeredExtension * minute, now),
  };
}

function endAt({ plannedEndAt, grace, participantCount }: EndState, now: number): number {
  return Math.max(now, plannedEndAt + (participantCount === 0 ? 0 : (grace ?? 0)));
}

function afterServersEnd({ plannedEndAt, done }: EndState, now: number): EndAction {
  const endsBy = plannedEndAt + endPauses.serverEnds;
  if (done.read === undefined || done.read.at < endsBy) {
    return { kind: 'confirm', at: Math.max(now, endsBy) };
  }
  return { kind: 'end', at: now, attempt: 1 };
}

function afterEnd(
  { done }: EndState,
  ends: NonNullable<EndState['done']['ends']>,
  now: number,
): EndAction {
  const read = done.read !== undefined && done.read.at >= ends.lastAt ? done.read : undefined;
  const shown = read !== undefined && read.at >= ends.lastAt + endPauses.endTakes;
  if (ends.failed !== true && !shown) {
    // Ending takes a while to show: a live meeting seen at once does not mean that it failed.
    return { kind: 'confirm', at: Math.max(now, (read?.at ?? ends.lastAt) + endPauses.confirm) };
  }
  if (ends.times >= endPauses.attempts) return { kind: 'give_up', at: now, attempts: ends.times };
  const pause = ends.failed === true ? endPauses.retry * 2 ** (ends.times - 1) : 0;
  return { kind: 'end', at: Math.max(now, ends.lastAt + pause), attempt: ends.times + 1 };
}
