import type { Dialect, Server } from '@bluebridge/core';
import type { EndState } from '@bluebridge/core/rooms';
import { minute } from '../clock.ts';
import { accountFrom } from '../seats/account.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';

/** What ends of meetings follow. */
export interface EndPolicy {
  readonly dialect: Pick<Dialect, 'supportsDurationEnd' | 'missingCalls' | 'reservesSeats'>;
  /** Seats of the account, where somebody said how many there are. */
  readonly connections: number | undefined;
  /** How long people may stay after the planned end, ms. */
  readonly grace: number;
}

/** Gives the policy that settings make for a server. */
export function endPolicyOf({
  server: { dialect },
  seats,
  graceMinutes,
}: {
  readonly server: Pick<Server, 'dialect'>;
  readonly seats: number | undefined;
  readonly graceMinutes: number;
}): EndPolicy {
  const connections = dialect.reservesSeats ? seats : undefined;
  return { dialect, connections, grace: graceMinutes * minute };
}

/** A meeting that somebody or something ends at a time. */
export type EndingMeeting = StoredMeeting & { readonly plannedEndAt: number };

/** Gives a meeting its end: the planned one, or the moment at which somebody ended it. */
export function endingOf(meeting: StoredMeeting): EndingMeeting | undefined {
  const plannedEndAt = meeting.plannedEndAt ?? meeting.ends?.lastAt;
  return plannedEndAt === undefined ? undefined : { ...meeting, plannedEndAt };
}

/** Puts what is known of a meeting, and of the account it is on, for `endPlan`. */
export function endStateOf(
  meeting: EndingMeeting,
  open: readonly StoredMeeting[],
  { dialect, connections, grace }: EndPolicy,
  now: number,
): EndState {
  const { id, openedAt, plannedEndAt, people, warnedAt, ends, seen } = meeting;
  return {
    meetingID: id,
    startedAt: openedAt,
    plannedEndAt,
    ...(people !== undefined && { participantCount: people }),
    grace,
    server: dialect,
    ...(connections !== undefined &&
      dialect.reservesSeats && { account: accountFrom(open, connections, now) }),
    done: {
      ...(warnedAt !== undefined && { warnedAt }),
      ...(ends && { ends }),
      ...(seen && { read: seen }),
    },
  };
}
