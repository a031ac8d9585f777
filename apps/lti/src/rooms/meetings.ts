import { BbbError, type Client, isBbbError, type ReplyOf } from '@bluebridge/core';
import {
  type AccountDefaults,
  createParams,
  joinParams,
  type JoinPlan,
  type MeetingState,
  meetingStateFrom,
  type Participant,
  planJoin,
  type Room,
} from '@bluebridge/core/rooms';
import type { Language } from '@bluebridge/translations';
import { type Clock, second } from '../clock.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Visitor } from '../storage/sessions.ts';
import { participantOf, settingsOf } from './room-settings.ts';
import { SharedReads } from './shared-reads.ts';

export type MeetingInfo = ReplyOf<'getMeetingInfo'>;
export type Recording = ReplyOf<'getRecordings'>['recordings'][number];

/** What became of somebody who wanted to enter; `url` is signed and for their browser only. */
export type Entry =
  | { readonly kind: 'go'; readonly url: string }
  | Exclude<JoinPlan, { kind: 'start' | 'join' }>;

/** The meetings and recordings of all rooms. Everything throws BbbError when the server fails. */
export interface Meetings {
  /** Describes the room's meeting, at most two seconds old; null when there is none. */
  info(room: StoredRoom): Promise<MeetingInfo | null>;
  /** Plans how somebody may enter, without entering. */
  plan(room: StoredRoom, visitor: Visitor, info: MeetingInfo | null): JoinPlan;
  /** Lets somebody enter, opening the room if they may. */
  enter(room: StoredRoom, visitor: Visitor): Promise<Entry>;
  /** Ends the room's meeting for everyone; does nothing when there is none. */
  end(room: StoredRoom): Promise<void>;
  /** Lists the room's recordings in every state but deleted, a few seconds old at most. */
  recordings(room: StoredRoom): Promise<readonly Recording[]>;
}

interface Dependencies {
  readonly client: Client;
  readonly clock: Clock;
  /** What rooms reserve that say nothing, where the server reserves seats. */
  readonly accountDefaults?: AccountDefaults;
  /** Where a browser goes after the meeting. */
  readonly leaveUrl: (room: StoredRoom, language?: Language) => string;
}

/** Connects rooms to the meeting server. */
export function createMeetings(dependencies: Dependencies): Meetings {
  const { client, clock, accountDefaults, leaveUrl } = dependencies;
  const infos = new SharedReads(readInfo, clock, 2 * second);
  const recordingLists = new SharedReads(readRecordings, clock, 4 * second);

  async function readInfo(meetingID: string): Promise<MeetingInfo | null> {
    try {
      return await client.call('getMeetingInfo', { meetingID });
    } catch (error) {
      if (isBbbError(error) && error.code === 'meeting_not_found') return null;
      throw error;
    }
  }

  async function readRecordings(meetingID: string): Promise<readonly Recording[]> {
    const state = ['processing', 'processed', 'published', 'unpublished'] as const;
    const { recordings } = await client.call('getRecordings', { meetingID, state });
    // Servers match loosely; a recording of another room must never show up here.
    return recordings.filter((recording) => recording.meetingID === meetingID);
  }

  async function enter(room: StoredRoom, visitor: Visitor): Promise<Entry> {
    try {
      return await tryToEnter(room, visitor);
    } catch (error) {
      // Somebody else opened or closed the room between our look and our step: look once more.
      if (!isBbbError(error) || error.code !== 'id_not_unique') throw error;
      infos.forget(room.meetingID);
      return tryToEnter(room, visitor);
    }
  }

  async function tryToEnter(room: StoredRoom, visitor: Visitor): Promise<Entry> {
    const settings = settingsOf(room);
    const participant = participantOf(visitor);
    const meeting = meetingStateFrom(await infos.get(room.meetingID));
    const plan = planJoin(settings, participant, meeting, clock.now());
    if (plan.kind === 'wait' || plan.kind === 'refuse') return plan;
    const createTime = plan.kind === 'start' ? await open(room, settings) : createTimeOf(meeting);
    return { kind: 'go', url: joinUrl(room, visitor, participant, plan.role, createTime) };
  }

  async function open(room: StoredRoom, settings: Room): Promise<number> {
    try {
      const created = await client.call('create', {
        ...createParams(settings, client.server.dialect, accountDefaults),
        logoutURL: leaveUrl(room),
      });
      return created.createTime;
    } finally {
      infos.forget(room.meetingID);
    }
  }

  function joinUrl(
    room: StoredRoom,
    visitor: Visitor,
    participant: Participant,
    role: 'MODERATOR' | 'VIEWER',
    createTime: number,
  ): string {
    return client.buildUrl('join', {
      ...joinParams(settingsOf(room), participant, role, createTime),
      logoutURL: leaveUrl(room, visitor.language),
    });
  }

  return {
    info: (room) => infos.get(room.meetingID),
    plan: (room, visitor, info) =>
      planJoin(settingsOf(room), participantOf(visitor), meetingStateFrom(info), clock.now()),
    enter,
    recordings: (room) => recordingLists.get(room.meetingID),
    async end(room) {
      const { meetingID } = room;
      try {
        const info = await readInfo(meetingID);
        if (info === null) return;
        // Older servers want the moderator password of the meeting, if it has one.
        const password = info.moderatorPW;
        await client.call('end', { meetingID, ...(password !== undefined && { password }) });
      } catch (error) {
        if (!isBbbError(error) || error.code !== 'meeting_not_found') throw error;
      } finally {
        infos.forget(meetingID);
      }
    },
  };
}

function createTimeOf(meeting: MeetingState): number {
  if (meeting.kind === 'live') return meeting.createTime;
  throw BbbError.badReply('getMeetingInfo', 'wrong_shape', 'no live meeting, yet one to join');
}
