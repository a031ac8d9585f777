import { type Client, isBbbError, type ParamsOf, type ReplyOf } from '@bluebridge/core';
import { type AccountDefaults, createParams } from '@bluebridge/core/rooms';
import { type Clock, minute } from '../clock.ts';
import type { DocumentAddress } from '../documents/documents-of-room.ts';
import { breakoutGroups } from '../groups/breakout-groups.ts';
import { type Opener, reserve, type Reserved, type Wish } from '../seats/reserve.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import { meetingJob } from '../storage/reservations.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { MeetingInfos } from './meeting-info.ts';
import { roomAt, settingsOf } from './room-settings.ts';

export interface Opening {
  readonly client: Client;
  readonly infos: MeetingInfos;
  readonly storage: Storage;
  readonly clock: Clock;
  /** Seats of the account, where the server reserves some. */
  readonly connections: number | undefined;
  /** What rooms reserve that say nothing, where the server reserves seats. */
  readonly accountDefaults: AccountDefaults | undefined;
  /** What the meeting shows from the start, in order. */
  readonly documentsFor: (room: StoredRoom) => Promise<readonly DocumentAddress[]>;
  /** Parameters of `create` by which the server calls us. */
  readonly callbackParams: (room: StoredRoom) => CallbackParams;
  readonly leaveUrl: (room: StoredRoom) => string;
  /** Tells people whose meeting is about to end in favour of another. Never throws. */
  readonly tellEvicted: (meetings: readonly StoredMeeting[]) => Promise<void>;
}

/** Addresses of ours, as `create` takes them. */
export type CallbackParams = Pick<
  ParamsOf<'create'>,
  'meta_endCallbackUrl' | 'meta_bbb-recording-ready-url'
>;

export type Opened =
  | {
      readonly kind: 'opened';
      readonly createTime: number;
      readonly role: 'MODERATOR' | 'VIEWER';
    }
  /** The server has no seats, whatever our records say. */
  | { readonly kind: 'no_seats' }
  | Exclude<Reserved, { kind: 'reserved' }>;

/** Gives what a room's next meeting takes of the account, as `create` says it. */
export function wishOf(
  room: StoredRoom,
  client: Client,
  accountDefaults: AccountDefaults | undefined,
): Wish {
  const { dialect } = client.server;
  const { maxParticipants = 0, duration = 0 } = createParams(
    settingsOf(room),
    dialect,
    accountDefaults,
  );
  return {
    seats: dialect.reservesSeats ? maxParticipants : 0,
    minutes: duration > 0 ? duration : undefined,
  };
}

/**
 * Opens the meeting of a room that has none. Its row is there before `create` is sent: whoever dies
 * in between leaves a plan that the job of the meeting finds. Throws BbbError.
 */
export async function openMeeting(
  room: StoredRoom,
  opener: Opener,
  opening: Opening,
): Promise<Opened> {
  const { client, infos, storage, accountDefaults, documentsFor, leaveUrl, tellEvicted } = opening;
  const wish = wishOf(room, client, accountDefaults);
  const reserved = await reserve(room, roomAt(room, opening.clock.now()), wish, opener, opening);
  if (reserved.kind !== 'reserved') return reserved;
  const { meeting, plan, evicts } = reserved;
  await tellEvicted(evicts);
  try {
    const presentation = await documentsFor(room);
    const created = await client.call(
      'create',
      {
        ...createParams(settingsOf(room), client.server.dialect, accountDefaults),
        ...opening.callbackParams(room),
        ...(await breakoutGroups(room, storage)),
        logoutURL: leaveUrl(room),
      },
      presentation.length > 0 ? { body: { presentation } } : {},
    );
    await settle(meeting, created, wish, opening);
    await infos.opened(room.meetingID, { ...created, maxUsers: wish.seats });
    // Only now: from here on no answer from before the meeting counts for its job.
    await storage.jobs.hasten({ kind: meetingJob, key: meeting.id, dueAt: opening.clock.now() });
    return { kind: 'opened', createTime: created.createTime, role: plan.role };
  } catch (error) {
    if (!isBbbError(error)) throw error;
    if (isRefusal(error.code)) await storage.meetings.release(meeting);
    if (error.code === 'seats_exhausted') return { kind: 'no_seats' };
    throw error;
  }
}

/** Writes down that a meeting is live; whoever else did so before said the same. */
async function settle(
  meeting: StoredMeeting,
  { createTime, internalMeetingID, duration = 0 }: ReplyOf<'create'>,
  wish: Wish,
  { storage }: Opening,
): Promise<void> {
  const minutes = duration > 0 ? duration : wish.minutes;
  await storage.meetings.settle(meeting.id, {
    createTime,
    internalID: internalMeetingID,
    plannedEndAt:
      minutes === undefined ? undefined : startOf(meeting, createTime) + minutes * minute,
  });
}

/** Clocks of servers differ a little; a meeting that began long before is an older one. */
export function startOf({ openedAt }: StoredMeeting, createTime: number): number {
  return createTime < openedAt - 5 * minute ? createTime : openedAt;
}

/** Whether an error means that there is no meeting. After others there may be one. */
function isRefusal(code: string): boolean {
  return !['unreachable', 'timeout', 'bad_reply', 'server_unavailable', 'id_not_unique'].includes(
    code,
  );
}
