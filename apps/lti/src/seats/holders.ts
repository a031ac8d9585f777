import { type SeatAccount, seatHolders } from '@bluebridge/core/rooms';
import type { Translate } from '@bluebridge/translations';
import { settingsOf } from '../rooms/room-settings.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { StoredRoom } from '../storage/rooms.ts';

/** Somebody who has seats of the account. */
export interface Holder {
  readonly name: string;
  readonly seats: number;
  readonly isOvertime: boolean;
  /** How long until the seats are free, ms. */
  readonly freeIn: number;
}

/** More say nothing to anybody. */
const mostShown = 8;

/**
 * Names who has seats now, most seats first, or those of them who are asked for. Rooms have names
 * only for people of the same institution; of others it is said what they are.
 */
export async function holdersFor(
  asking: StoredRoom,
  account: SeatAccount,
  open: readonly StoredMeeting[],
  { storage, now, t }: { readonly storage: Storage; readonly now: number; readonly t: Translate },
  only?: readonly string[],
): Promise<readonly Holder[]> {
  const all = seatHolders(account, now).filter(({ meetingID: id }) => only?.includes(id) ?? true);
  return Promise.all(
    all.slice(0, mostShown).map(async ({ meetingID: id, seats, state, until }) => {
      const roomId = open.find((meeting) => meeting.id === id)?.roomId;
      const room = roomId === undefined ? undefined : await storage.rooms.get(roomId);
      return {
        name: nameOf(asking, room, t),
        seats,
        isOvertime: state === 'overtime',
        freeIn: until - now,
      };
    }),
  );
}

function nameOf(asking: StoredRoom, room: StoredRoom | undefined, t: Translate): string {
  if (room === undefined) return t('Another system');
  if (room.platformId !== asking.platformId) return t('Another school');
  if (room.deploymentId !== asking.deploymentId) return t('Another course');
  return settingsOf(room).name;
}
