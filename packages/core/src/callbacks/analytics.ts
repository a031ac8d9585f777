import { type AttributesOf, type AttributeSpecs, takeAttributes } from './attributes.ts';
import { verifyJws } from './jws.ts';
import { bodyText, isJsonObject, parseJson } from './received-body.ts';
import { denied, malformed } from './refusals.ts';

const callback = 'analytics';

/** A day with hundreds of people stays far below. */
const maxBytes = 16 * 1024 * 1024;

/** What is taken over of a report; the inner parts were seen at receivers, not published. */
export const analyticsFields = {
  metadata: 'map',
  /** Seconds. */
  duration: 'number',
  start: 'text',
  finish: 'text',
  attendees: [
    {
      ext_user_id: 'text',
      name: 'text',
      moderator: 'boolean',
      joins: 'texts',
      leaves: 'texts',
      /** Seconds. */
      duration: 'number',
      recent_talking_time: 'text',
      engagement: {
        chats: 'number',
        talks: 'number',
        raisehand: 'number',
        emojis: 'number',
        poll_votes: 'number',
        /** Seconds. */
        talk_time: 'number',
      },
    },
  ],
  files: 'open',
  polls: 'open',
} as const satisfies AttributeSpecs;

/** How a meeting went, sent once after its end. */
export interface AnalyticsReport {
  readonly version: string | undefined;
  readonly meetingID: string;
  readonly internalMeetingID: string | undefined;
  /** Names as on the wire; every one of them may be missing. */
  readonly data: AttributesOf<typeof analyticsFields>;
}

/**
 * Verifies an analytics callback and reads its report.
 *
 * The bearer token is signed with HS512 and expires after a day. It does not cover the body:
 * somebody who saw it could send another report with it until then. Throws `access_denied` for a
 * missing, forged or expired token, `bad_reply` for a malformed token or report.
 */
export function verifyAnalytics(
  request: { readonly authorization: string | undefined; readonly body: Uint8Array },
  settings: { readonly secret: string; /** Epoch ms. */ readonly now: number },
): AnalyticsReport {
  const token = bearerToken(request.authorization);
  if (token === undefined) throw denied(callback, 'has no bearer token');
  const claims = verifyJws(callback, token, settings.secret, ['HS512']);
  requireCurrent(claims, settings.now);
  const report = parseJson(callback, bodyText(callback, request.body, maxBytes), 'a body');
  if (!isJsonObject(report)) throw malformed(callback, 'holds no object');
  const envelope = takeAttributes(report, {
    version: 'text',
    meeting_id: 'text',
    internal_meeting_id: 'text',
    data: analyticsFields,
  });
  const { meeting_id: meetingID, data } = envelope;
  if (meetingID === undefined || meetingID === '') throw malformed(callback, 'names no meeting');
  if (data === undefined) throw malformed(callback, 'has no data');
  const { version, internal_meeting_id: internalMeetingID } = envelope;
  return { version, meetingID, internalMeetingID, data };
}

/** Gives the token of an `Authorization: Bearer …` header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
}

function requireCurrent(claims: Readonly<Record<string, unknown>>, now: number): void {
  const { exp, nbf } = claims;
  if (typeof exp !== 'number') throw malformed(callback, 'has a token without expiry');
  if (exp * 1000 <= now) throw denied(callback, 'has an expired token');
  if (nbf !== undefined && !(typeof nbf === 'number' && nbf * 1000 <= now)) {
    throw denied(callback, 'has a token that is not valid yet');
  }
}
