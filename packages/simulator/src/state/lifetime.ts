import type { MeetingSettings } from './meeting-settings.ts';
import type { People } from './people.ts';

const minuteMs = 60_000;

/** Why a meeting ended, as its page tells the people who were in it. */
export type EndingReason =
  | 'ended'
  | 'time_is_up'
  | 'everyone_left'
  | 'never_joined'
  | 'no_moderator'
  | 'seats_needed';

/** `forced` stays visible for some seconds, `expired` is gone at once. */
export interface Ending {
  at: number;
  kind: 'forced' | 'expired';
  reason: EndingReason;
}

const usersLeaveAfterMs = 1_000;
const forgottenAfterMs = 5_000;

/** Tells whether a meeting still lists its users, as the real server does for a moment. */
export function areUsersListed(ending: Ending | undefined, now: number): boolean {
  return ending === undefined || now < ending.at + usersLeaveAfterMs;
}

/** Tells whether a meeting is still known to calls. */
export function isMeetingListed(ending: Ending | undefined, now: number): boolean {
  if (ending === undefined) return true;
  return ending.kind === 'forced' && now < ending.at + forgottenAfterMs;
}

/** What decides how long a meeting lives; moments are epoch milliseconds. */
interface MeetingCourse {
  readonly settings: MeetingSettings;
  readonly createTime: number;
  readonly people: People;
}

/**
 * Tells when a meeting will end by itself if nothing changes, and how; undefined for never.
 * Source: API documentation, `create`: duration, endWhenNoModerator and meetingExpire… parameters.
 */
export function endingOf(meeting: MeetingCourse): Ending | undefined {
  let first: Ending | undefined;
  for (const rule of rules) {
    const ending = rule(meeting);
    if (ending !== undefined && (first === undefined || ending.at < first.at)) first = ending;
  }
  return first;
}

const rules = [neverJoined, abandoned, durationExceeded, withoutModerator];

function neverJoined({ createTime, people, settings }: MeetingCourse): Ending | undefined {
  if (people.everJoinedCount > 0) return undefined;
  const minutes = Math.max(0, settings.meetingExpireIfNoUserJoinedInMinutes);
  return { at: createTime + minutes * minuteMs, kind: 'expired', reason: 'never_joined' };
}

function abandoned({ settings, people }: MeetingCourse): Ending | undefined {
  const minutes = settings.meetingExpireWhenLastUserLeftInMinutes;
  const { lastUserLeftAt } = people;
  if (people.count > 0 || lastUserLeftAt === undefined || minutes <= 0) return undefined;
  return { at: lastUserLeftAt + minutes * minuteMs, kind: 'expired', reason: 'everyone_left' };
}

function durationExceeded({ createTime, settings }: MeetingCourse): Ending | undefined {
  if (settings.duration <= 0 || !settings.endsWhenTimeIsUp) return undefined;
  return { at: createTime + settings.duration * minuteMs, kind: 'forced', reason: 'time_is_up' };
}

function withoutModerator({ settings, people }: MeetingCourse): Ending | undefined {
  const { lastModeratorLeftAt } = people;
  if (!settings.endWhenNoModerator || lastModeratorLeftAt === undefined) return undefined;
  if (people.hasModerator) return undefined;
  const delayMs = Math.max(0, settings.endWhenNoModeratorDelayInMinutes) * minuteMs;
  return { at: lastModeratorLeftAt + delayMs, kind: 'forced', reason: 'no_moderator' };
}
