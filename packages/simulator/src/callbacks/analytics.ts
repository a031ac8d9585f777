import type { DeliveryPlan } from '../outbound/delivery.ts';
import type { PersonActivity } from '../state/activity.ts';
import type { Meeting } from '../state/meeting.ts';
import { signJwt } from './sign-jwt.ts';

const tokenLifeSeconds = 24 * 3_600;

/**
 * Plans the report of what people did in a meeting that is over; none when its events were not
 * kept. Source: post-events script for analytics callbacks; inner names as receivers read them.
 */
export function analytics(meeting: Meeting, endedAt: number, secret: string): DeliveryPlan[] {
  const { settings, recording } = meeting;
  const url = settings.metadata.get('analytics-callback-url');
  if (url === undefined || !(settings.meetingKeepEvents || recording.hasAny)) return [];
  const exp = Math.floor(endedAt / 1_000) + tokenLifeSeconds;
  const token = signJwt({ typ: 'JWT', alg: 'HS512' }, { exp }, secret);
  return [
    {
      request: {
        kind: 'analytics',
        method: 'POST',
        url,
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${token}`,
          'User-Agent': 'BigBlueButton Analytics Callback',
        },
        body: JSON.stringify(report(meeting, endedAt)),
        followsRedirects: false,
      },
      waits: [],
      acceptsUnauthorized: false,
    },
  ];
}

function report(meeting: Meeting, endedAt: number) {
  const { settings, internalMeetingID, createTime, activity, documents } = meeting;
  return {
    version: '1.0',
    meeting_id: settings.meetingID,
    internal_meeting_id: internalMeetingID,
    data: {
      metadata: reportedMetadata(meeting),
      duration: seconds(endedAt - createTime),
      start: rubyTime(createTime),
      finish: rubyTime(endedAt),
      attendees: activity.all().map((person) => attendee(person, endedAt)),
      files: documents.all().map(({ name }) => name),
      polls: [],
    },
  };
}

/** The names are in snake case; what the room list of Greenlight put there is left out. */
function reportedMetadata({ settings }: Meeting): Record<string, string> {
  const entries = [
    ...settings.metadata,
    ['meetingName', settings.name] as const,
    ['isBreakout', String(settings.breakout !== undefined)] as const,
  ];
  return Object.fromEntries(
    entries
      .map(([name, value]) => [snakeCase(name), value] as const)
      .filter(([name]) => !name.startsWith('gl_') && name !== 'meeting_id'),
  );
}

function attendee(person: PersonActivity, endedAt: number) {
  const { userID, fullName, role, joins, leaves, messages, raisedHands } = person;
  const presentMs = joins.reduce((sum, at, visit) => sum + (leaves[visit] ?? endedAt) - at, 0);
  return {
    ext_user_id: userID,
    name: fullName,
    moderator: role === 'MODERATOR',
    joins: joins.map(rubyTime),
    leaves: leaves.map(rubyTime),
    duration: seconds(presentMs),
    recent_talking_time: '',
    engagement: {
      chats: messages,
      talks: 0,
      raisehand: raisedHands.length,
      emojis: 0,
      poll_votes: 0,
      talk_time: 0,
    },
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}

function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

/** Writes a moment as Ruby does on a server in UTC: `2018-07-09 17:03:29 +0000`. */
function rubyTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
}
