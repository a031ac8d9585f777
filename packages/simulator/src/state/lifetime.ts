import type { MeetingSettings } from './meeting-settings.ts';

const minuteMs = 60_000;

/** `forced` stays visible for some seconds, `expired` is gone at once. */
export interface Ending {
  at: number;
  kind: 'forced' | 'expired';
}

/** What decides how long a meeting lives; moments are epoch milliseconds. */
interface MeetingCourse {
  readonly settings: MeetingSettings;
  readonly createTime: number;
  readonly hasUserJoined: boolean;
  readonly hasUsers: boolean;
  readonly hasModerator: boolean;
  readonly lastUserLeftAt: number | undefined;
  readonly lastModeratorLeftAt: number | undefined;
}

/**
 * Tells when a meeting will end by itself if nothing changes, and how; undefined for never.
 * Source: API documentation, `create`: duration, endWhenNoModerator and meetingExpire… parameters.
 */
export function endingOf(meeting: MeetingCourse): Ending | undefined {
  const endings = [
    neverJoined(meeting),
    abandoned(meeting),
    durationExceeded(meeting),
    withoutModerator(meeting),
  ].filter((ending) => ending !== undefined);
  return endings.toSorted((a, b) => a.at - b.at)[0];
}

function neverJoined({ createTime, hasUserJoined, settings }: MeetingCourse): Ending | undefined {
  if (hasUserJoined) return undefined;
  const minutes = Math.max(0, settings.meetingExpireIfNoUserJoinedInMinutes);
  return { at: createTime + minutes * minuteMs, kind: 'expired' };
}

function abandoned(meeting: MeetingCourse): Ending | undefined {
  const minutes = meeting.settings.meetingExpireWhenLastUserLeftInMinutes;
  if (meeting.hasUsers || meeting.lastUserLeftAt === undefined || minutes <= 0) return undefined;
  return { at: meeting.lastUserLeftAt + minutes * minuteMs, kind: 'expired' };
}

function durationExceeded({ createTime, settings }: MeetingCourse): Ending | undefined {
  if (settings.duration <= 0) return undefined;
  return { at: createTime + settings.duration * minuteMs, kind: 'forced' };
}

function withoutModerator(meeting: MeetingCourse): Ending | undefined {
  const { endWhenNoModerator, endWhenNoModeratorDelayInMinutes } = meeting.settings;
  if (!endWhenNoModerator || meeting.hasModerator) return undefined;
  if (meeting.lastModeratorLeftAt === undefined) return undefined;
  const delayMs = Math.max(0, endWhenNoModeratorDelayInMinutes) * minuteMs;
  return { at: meeting.lastModeratorLeftAt + delayMs, kind: 'forced' };
}
