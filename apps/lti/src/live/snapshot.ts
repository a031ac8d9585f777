import type { ReplyOf } from '@bluebridge/core';

type MeetingFields = ReplyOf<'getMeetingInfo'>;

/** What is kept of a meeting: no passwords, and nothing that callbacks are signed with. */
export interface MeetingInfo
  extends
    Pick<
      MeetingFields,
      'createTime' | 'participantCount' | 'moderatorCount' | 'maxUsers' | 'attendees'
    >,
    Partial<
      Pick<
        MeetingFields,
        | 'meetingName'
        | 'internalMeetingID'
        | 'running'
        | 'duration'
        | 'recording'
        | 'startTime'
        | 'hasBeenForciblyEnded'
      >
    > {
  /** When each person was first seen in it, by userID, epoch ms. */
  readonly arrivals?: Readonly<Record<string, number>>;
}

/** Takes over what is kept of the server's answer. Who was seen before keeps their time. */
export function keptOf(
  reply: MeetingFields,
  before: MeetingInfo | null | undefined,
  now: number,
): MeetingInfo {
  const known = before?.createTime === reply.createTime ? (before.arrivals ?? {}) : {};
  const arrivals = reply.attendees.flatMap(({ userID }) =>
    userID === undefined ? [] : [[userID, known[userID] ?? now] as const],
  );
  return {
    createTime: reply.createTime,
    participantCount: reply.participantCount,
    moderatorCount: reply.moderatorCount,
    maxUsers: reply.maxUsers,
    meetingName: reply.meetingName,
    internalMeetingID: reply.internalMeetingID,
    running: reply.running,
    duration: reply.duration,
    recording: reply.recording,
    startTime: reply.startTime,
    hasBeenForciblyEnded: reply.hasBeenForciblyEnded,
    attendees: reply.attendees.map((attendee) => ({ ...attendee, customdata: {} })),
    arrivals: Object.fromEntries(arrivals),
  };
}

/** Reads a kept meeting; null is none, undefined nothing known. */
export function infoIn(snapshot: string | undefined): MeetingInfo | null | undefined {
  return snapshot === undefined ? undefined : (JSON.parse(snapshot) as MeetingInfo | null);
}
