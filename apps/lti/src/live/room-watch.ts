import type { ReadableStreamDefaultController } from 'node:stream/web';
import type { HookHealth } from '../storage/hooks.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Session } from '../storage/sessions.ts';
import type { Outcome } from './outcome.ts';

/** One open page. */
export interface Follower {
  /** As it was at the last heartbeat. */
  session: Session;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** What it was told last; the same object for all who are told the same. */
  told: Telling | undefined;
  /** Whether they waited when that was last known. */
  waits: boolean;
}

/** A reply as it goes out, made once for all who get the same. */
export interface Telling {
  readonly json: string;
  readonly bytes: Uint8Array;
  /** Absent while nothing is known. */
  readonly waits: boolean | undefined;
}

/** A room with pages open in this process. */
export interface RoomWatch {
  room: StoredRoom;
  readonly followers: Set<Follower>;
  outcome: Outcome | undefined;
  hooks: HookHealth | undefined;
  /** When to look again whether somebody must ask. */
  lookAt: number;
  /** Looks one after the other; `again` when one more was wanted meanwhile. */
  looking: Promise<void> | undefined;
  again: boolean;
}

/** Begins to watch a room. */
export function newWatch(room: StoredRoom): RoomWatch {
  return {
    room,
    followers: new Set(),
    outcome: undefined,
    hooks: undefined,
    lookAt: 0,
    looking: undefined,
    again: false,
  };
}

/** Counts those who wait to be let in. */
export function waitingAt({ followers }: RoomWatch): number {
  let count = 0;
  for (const { waits } of followers) if (waits) count += 1;
  return count;
}

/** Lists those who are in, by userID. */
export function peopleIn(outcome: Outcome | undefined): ReadonlySet<string | undefined> {
  if (outcome?.kind !== 'known') return new Set();
  return new Set(outcome.info?.attendees.map(({ userID }) => userID));
}
