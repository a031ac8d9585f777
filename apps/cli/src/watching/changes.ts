import type { ReplyOf } from '@bluebridge/core';

/** What a server tells of one meeting. */
export type Meeting = ReplyOf<'getMeetings'>['meetings'][number];

type Attendee = Meeting['attendees'][number];

/** What was seen at one moment, by a key that tells two meetings with one ID apart. */
export type Sighting = ReadonlyMap<string, Meeting>;

export interface Change {
  readonly kind:
    | 'open'
    | 'opened'
    | 'joined'
    | 'left'
    | 'recording_started'
    | 'recording_stopped'
    | 'ended';
  readonly meetingID: string;
  readonly name: string;
  /** How many people are in now. */
  readonly people: number;
  readonly userID?: string;
  readonly fullName?: string;
  readonly role?: string;
}

/** Keeps the meetings that live; one that was ended is listed for some seconds more. */
export function sightingOf(meetings: readonly Meeting[]): Sighting {
  return new Map(
    meetings
      .filter(
        ({ hasBeenForciblyEnded, endTime = 0 }) => hasBeenForciblyEnded !== true && endTime <= 0,
      )
      .map((meeting) => [`${meeting.meetingID}\n${meeting.createTime}`, meeting]),
  );
}

/** Lists what happened between two moments; before the first one everything is merely open. */
export function changesBetween(before: Sighting | undefined, after: Sighting): readonly Change[] {
  const changes: Change[] = [];
  for (const [key, meeting] of before ?? []) {
    if (!after.has(key)) changes.push({ ...about('ended', meeting), people: 0 });
  }
  for (const [key, meeting] of after) {
    const earlier = before?.get(key);
    if (before === undefined) changes.push(about('open', meeting));
    else if (earlier === undefined) changes.push(about('opened', meeting));
    if (before === undefined) continue;
    changes.push(...peopleChanges(earlier, meeting), ...recordingChanges(earlier, meeting));
  }
  return changes;
}

function peopleChanges(before: Meeting | undefined, after: Meeting): readonly Change[] {
  const earlier = attendeesOf(before);
  const now = attendeesOf(after);
  return [
    ...missingFrom(now, earlier).map((attendee) => about('left', after, attendee)),
    ...missingFrom(earlier, now).map((attendee) => about('joined', after, attendee)),
  ];
}

function recordingChanges(before: Meeting | undefined, after: Meeting): readonly Change[] {
  const was = before?.recording ?? false;
  const is = after.recording ?? false;
  if (was === is) return [];
  return [about(is ? 'recording_started' : 'recording_stopped', after)];
}

function attendeesOf(meeting: Meeting | undefined): ReadonlyMap<string, Attendee> {
  return new Map(
    (meeting?.attendees ?? []).map((attendee) => [
      attendee.userID ?? attendee.fullName ?? '',
      attendee,
    ]),
  );
}

function missingFrom(
  these: ReadonlyMap<string, Attendee>,
  those: ReadonlyMap<string, Attendee>,
): readonly Attendee[] {
  return [...those].filter(([key]) => !these.has(key)).map(([, attendee]) => attendee);
}

function about(kind: Change['kind'], meeting: Meeting, attendee?: Attendee): Change {
  const { meetingID, meetingName, participantCount, attendees } = meeting;
  return {
    kind,
    meetingID,
    name: meetingName ?? meetingID,
    people: participantCount ?? attendees.length,
    ...(attendee?.userID !== undefined && { userID: attendee.userID }),
    ...(attendee?.fullName !== undefined && { fullName: attendee.fullName }),
    ...(attendee?.role !== undefined && { role: attendee.role }),
  };
}
