import type { ParamsOf } from '../catalogue/index.ts';
import { fedParams, type LeftOut } from './fed-params.ts';
import type { RoomCapabilities } from './room-capabilities.ts';
import type { Room } from './room.ts';

export type { LeftOut } from './fed-params.ts';
export type { RoomCapabilities } from './room-capabilities.ts';

/** What an account reserves for rooms that say nothing; set where the account is managed. */
export interface AccountDefaults {
  readonly maxParticipants?: number;
  readonly durationMinutes?: number;
}

/** What is reserved where neither the room nor the account says anything. */
export const reservedByDefault = { maxParticipants: 20, durationMinutes: 120 } as const;

export interface CreatePlan {
  readonly params: ParamsOf<'create'>;
  /** Wishes of the room that this server cannot honour. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Turns a room into the `create` parameters for a server. No passwords are sent: roles decide at
 * join, and a repeated create then always means the same meeting. Where the server reserves seats,
 * seats and length are always sent: the room's, else the account's, else `reservedByDefault`.
 */
export function roomToCreate(
  room: Room,
  capabilities: RoomCapabilities,
  accountDefaults: AccountDefaults = {},
): CreatePlan {
  const { params, leftOut } = fedParams(room, 'create', capabilities);
  return {
    params: {
      ...params,
      name: room.name,
      meetingID: room.meetingID,
      ...(capabilities.reservesSeats && reservation(room, accountDefaults)),
    },
    leftOut,
  };
}

function reservation(room: Room, account: AccountDefaults) {
  // 0 is "no limit", and nothing unlimited can be reserved: it counts as not said.
  const maxParticipants = room.maxParticipants || account.maxParticipants;
  const duration = room.durationMinutes || account.durationMinutes;
  return {
    maxParticipants: maxParticipants || reservedByDefault.maxParticipants,
    duration: duration || reservedByDefault.durationMinutes,
  };
}
