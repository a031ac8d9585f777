import {
  type JoinPlan,
  type Participant,
  planJoin,
  type Room,
  seatVerdict,
} from '@bluebridge/core/rooms';
import { type Clock, minute } from '../clock.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { openingTakes } from '../storage/reservations.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Visitor } from '../storage/sessions.ts';
import { accountFrom, requestOf } from './account.ts';

/** What a meeting will take, as `create` is going to say it. */
export interface Wish {
  /** 0 where the server reserves none. */
  readonly seats: number;
  /** Undefined for a meeting that may last. */
  readonly minutes: number | undefined;
}

/** Somebody who wants to open a room, and which meetings they accept to end for it. */
export interface Opener {
  readonly visitor: Visitor;
  readonly participant: Participant;
  /** Ids of our rows. */
  readonly confirmed: readonly string[];
}

export type Reserved =
  /** The row is written: now the server may be asked. */
  | {
      readonly kind: 'reserved';
      readonly meeting: StoredMeeting;
      readonly plan: JoinPlan & { readonly kind: 'start' };
      /** Meetings that the server ends in favour of this one, as was confirmed. */
      readonly evicts: readonly StoredMeeting[];
    }
  /** Our records have a meeting that the last look at the server did not find. */
  | { readonly kind: 'known'; readonly meeting: StoredMeeting }
  | { readonly kind: 'planned'; readonly plan: Exclude<JoinPlan, { kind: 'start' | 'join' }> };

interface Surroundings {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Seats of the account; undefined where nobody said. */
  readonly connections: number | undefined;
}

/**
 * Decides whether a room without a meeting may open, and writes its reservation down in the same
 * step, so that of two who want the last seats one gets them. Source: IntegrationAPI page, section 3.
 */
export function reserve(
  stored: StoredRoom,
  room: Room,
  wish: Wish,
  { visitor, participant, confirmed }: Opener,
  { storage, clock, connections }: Surroundings,
): Promise<Reserved> {
  const turn = wish.seats > 0 ? 'seats' : stored.id;
  return storage.meetings.inTurn(turn, async (meetings): Promise<Reserved> => {
    const now = clock.now();
    const open = await meetings.open();
    const own = open.find(({ roomId }) => roomId === stored.id);
    if (own?.state === 'live') return { kind: 'known', meeting: own };
    const account = connections === undefined ? undefined : accountFrom(open, connections, now);
    const verdict =
      account && wish.seats > 0 && wish.minutes !== undefined
        ? seatVerdict(account, requestOf(own, wish.seats, wish.minutes, now))
        : undefined;
    const evicted = verdict?.kind === 'evicts' ? verdict.meetings : [];
    const confirmsEviction = evicted.every((id) => confirmed.includes(id));
    const plan = planJoin(
      room,
      { ...participant, confirmsEviction },
      { kind: 'absent', ...(verdict && { seats: verdict }) },
      now,
    );
    // Nobody joins what is absent.
    if (plan.kind === 'join') throw new Error('planJoin joins an absent meeting');
    if (plan.kind !== 'start') return { kind: 'planned', plan };
    const plannedEndAt = wish.minutes === undefined ? undefined : now + wish.minutes * minute;
    // Whoever was here before us died or is opening the room just now: the same meeting either way.
    const adopted =
      own && (await meetings.change(own, { openedAt: now, plannedEndAt, seats: wish.seats }));
    const meeting =
      adopted ??
      (await meetings.add({
        roomId: stored.id,
        meetingID: stored.meetingID,
        language: visitor.language,
        plannedEndAt,
        seats: wish.seats,
      }));
    const evicts = open.filter(({ id }) => evicted.includes(id));
    return { kind: 'reserved', meeting, plan, evicts };
  });
}

/** Whether a planned meeting may still be on its way into being. */
export function isBeingOpened({ state, openedAt }: StoredMeeting, now: number): boolean {
  return state === 'planned' && now < openedAt + openingTakes;
}
