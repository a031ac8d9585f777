import {
  BbbError,
  type BbbErrorCode,
  type CallName,
  type Client,
  isBbbError,
} from '@bluebridge/core';
import {
  type AccountDefaults,
  joinParams,
  type JoinPlan,
  type MeetingState,
  meetingStateFrom,
  type Participant,
  planJoin,
} from '@bluebridge/core/rooms';
import type { Language } from '@bluebridge/translations';
import type { Clock } from '../clock.ts';
import { isJustEnding, noteEndedByPerson, noteGone } from '../schedule/note-end.ts';
import { tellEvicted } from '../schedule/tell-people.ts';
import { noSeats } from '../seats/no-seats.ts';
import type { Opener } from '../seats/reserve.ts';
import type { Storage } from '../storage/database.ts';
import type { StoredMeeting } from '../storage/stored-meeting.ts';
import type { StoredRoom } from '../storage/rooms.ts';
import type { Visitor } from '../storage/sessions.ts';
import { callEnd } from './call-end.ts';
import type { MeetingInfo, MeetingInfos } from './meeting-info.ts';
import { openMeeting, type Opening } from './open-meeting.ts';
import { participantOf, roomAt, settingsOf } from './room-settings.ts';

/** What became of somebody who wanted to enter; `url` is signed and for their browser only. */
export type Entry =
  | { readonly kind: 'go'; readonly url: string }
  | Exclude<JoinPlan, { kind: 'start' | 'join' }>;

/** The meetings of all rooms. Everything throws BbbError when the server fails. */
export interface Meetings {
  /** Describes the room's meeting, at most five seconds old; null when there is none. */
  info(room: StoredRoom): Promise<MeetingInfo | null>;
  /** Plans how somebody may enter, without entering. */
  plan(room: StoredRoom, visitor: Visitor, info: MeetingInfo | null): JoinPlan;
  /**
   * Lets somebody enter, opening the room if they may. Meetings that would end in favour of this
   * one are confirmed by the ids of their rows.
   */
  enter(room: StoredRoom, visitor: Visitor, confirmed?: readonly string[]): Promise<Entry>;
  /** Ends the room's meeting for everyone; does nothing when there is none. */
  end(room: StoredRoom): Promise<void>;
  /** Tells whether the server has a call at all. */
  supports(call: CallName): boolean;
}

interface Dependencies {
  readonly client: Client;
  readonly infos: MeetingInfos;
  readonly clock: Clock;
  readonly storage: Storage;
  /** Seats of the account, where the server reserves some and somebody said how many there are. */
  readonly connections?: number | undefined;
  /** What rooms reserve that say nothing, where the server reserves seats. */
  readonly accountDefaults?: AccountDefaults;
  /** What a room shows from the start. */
  readonly documentsFor: Opening['documentsFor'];
  readonly callbackParams: Opening['callbackParams'];
  /** Where a browser goes after the meeting. */
  readonly leaveUrl: (room: StoredRoom, language?: Language) => string;
}

/** After so many looks that disagree with our records somebody has to wait. */
const mostLooks = 3;
/** The page asks again by itself, or lets somebody press the button again. */
const inAMoment: Entry = { kind: 'wait', reason: 'ending' };
const mayWantPassword: ReadonlySet<BbbErrorCode> = new Set([
  'access_denied',
  'invalid_params',
  'server_refused',
]);

/** Connects rooms to the meeting server. */
export function createMeetings(dependencies: Dependencies): Meetings {
  const { client, infos, storage, clock, accountDefaults, leaveUrl } = dependencies;
  const opening = {
    ...dependencies,
    connections: dependencies.connections,
    accountDefaults,
    tellEvicted: (meetings: readonly StoredMeeting[]) => tellEvicted(client, meetings),
  };

  async function enter(
    room: StoredRoom,
    visitor: Visitor,
    confirmed: readonly string[] = [],
  ): Promise<Entry> {
    const opener = { visitor, participant: participantOf(visitor), confirmed };
    try {
      return await tryToEnter(room, opener);
    } catch (error) {
      // Somebody else opened or closed the room between our look and our step: look once more.
      if (!isBbbError(error) || error.code !== 'id_not_unique') throw error;
      return (await lookAgain(room)) ? tryToEnter(room, opener) : inAMoment;
    }
  }

  /** Lets the server be asked anew. Answers false when our turn does not come in time. */
  async function lookAgain({ meetingID }: StoredRoom): Promise<boolean> {
    try {
      await infos.read(meetingID);
      return true;
    } catch (error) {
      if (!isBbbError(error) || error.code !== 'timeout') throw error;
      return false;
    }
  }

  async function tryToEnter(room: StoredRoom, opener: Opener): Promise<Entry> {
    const { participant } = opener;
    let hasLooked = false;
    for (let looks = 1; looks <= mostLooks; looks += 1) {
      const meeting = meetingStateFrom(await infos.atDoor(room.meetingID));
      const plan = planJoin(roomAt(room, clock.now()), participant, meeting, clock.now());
      if (plan.kind === 'wait' || plan.kind === 'refuse') return plan;
      if (plan.kind === 'join') return goIn(room, opener, plan.role, createTimeOf(meeting));
      const opened = await openMeeting(room, opener, opening);
      if (opened.kind === 'opened') return goIn(room, opener, opened.role, opened.createTime);
      if (opened.kind === 'planned') return opened.plan;
      if (opened.kind === 'no_seats') return noSeats(room, opening);
      // Our records have a meeting that the look did not find, which may be older than it.
      if (isJustEnding(opened.meeting, clock.now())) return inAMoment;
      const isGone =
        hasLooked || (await infos.isGoneSince(room.meetingID, opened.meeting.openedAt));
      if (isGone) await noteGone(storage, room.id, clock);
      else if (!(await lookAgain(room))) return inAMoment;
      hasLooked = true;
    }
    return inAMoment;
  }

  /** Ends a meeting at once; only a server that wants a password we never heard is asked for it. */
  async function endNow(meetingID: string): Promise<void> {
    try {
      await callEnd(dependencies, meetingID);
    } catch (error) {
      if (!isBbbError(error) || !mayWantPassword.has(error.code)) throw error;
      const sent = await infos.passwordOf(meetingID);
      await infos.read(meetingID);
      if ((await infos.passwordOf(meetingID)) === sent) throw error;
      await callEnd(dependencies, meetingID);
    }
  }

  async function goIn(
    room: StoredRoom,
    { visitor, participant }: Opener,
    role: 'MODERATOR' | 'VIEWER',
    createTime: number,
  ): Promise<Entry> {
    await infos.entered(room.meetingID);
    return { kind: 'go', url: joinUrl(room, visitor, participant, role, createTime) };
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
      planJoin(
        roomAt(room, clock.now()),
        participantOf(visitor),
        meetingStateFrom(info),
        clock.now(),
      ),
    enter,
    supports: (call) => !client.server.dialect.missingCalls.includes(call),
    async end(room) {
      const { meetingID } = room;
      try {
        await endNow(meetingID);
        await infos.ended(meetingID);
        await noteEndedByPerson(storage, room.id, clock);
      } catch (error) {
        if (!isBbbError(error) || error.code !== 'meeting_not_found') throw error;
        await noteGone(storage, room.id, clock);
      }
    },
  };
}

function createTimeOf(meeting: MeetingState): number {
  if (meeting.kind === 'live') return meeting.createTime;
  throw BbbError.badReply('getMeetingInfo', 'wrong_shape', 'no live meeting, yet one to join');
}
