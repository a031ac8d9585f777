import { createHmac } from 'node:crypto';
import { BbbError } from '../errors/index.ts';
import { canonicalQuery } from '../signing/canonical-query.ts';
import { isSameText } from './constant-time.ts';
import { formFields, onlyField, queryOf } from './received-body.ts';
import { denied, malformed, requireKey } from './refusals.ts';

const callback = 'meeting_ended';

/** Shorter keys could be found by trying. */
const minKeyLength = 16;

/** What an end callback of ours is about. */
export interface EndCallbackClaims {
  readonly meetingID: string;
  /** The host's own name of the room. */
  readonly roomRef: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface MeetingEnded {
  readonly meetingID: string;
  readonly roomRef: string;
  /** Whether a recording will be processed, when the server says so. */
  readonly recordingmarks: boolean | undefined;
}

/**
 * Builds the URL for `meta_endCallbackUrl`: the host's address with meeting, room, expiry and a
 * MAC over them, because the server's own call carries no signature.
 *
 * Throws `not_configured` for an address that is not http(s) or already has one of the names,
 * and for a key under 16 characters.
 */
export function endCallbackUrl(base: string, claims: EndCallbackClaims, key: string): string {
  requireKey(callback, key, minKeyLength);
  const url = URL.canParse(base) ? new URL(base) : undefined;
  const taken = ['meetingID', 'recordingmarks', 'room', 'expires', 'mac'];
  const isUsable =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.hash === '' &&
    url.username === '' &&
    taken.every((name) => !url.searchParams.has(name)) &&
    Number.isSafeInteger(claims.expiresAt) &&
    claims.expiresAt > 0;
  if (!isUsable) {
    throw new BbbError('not_configured', 'no end callback can be built on this address', {
      call: callback,
    });
  }
  const query = signedQuery(claims.meetingID, claims.roomRef, String(claims.expiresAt));
  const separator = url.search === '' ? '?' : '&';
  return `${url.href.replace(/\?$/, '')}${separator}${query}&mac=${mac(query, key)}`;
}

/**
 * Verifies the address an end callback came in by, whole or from its `?` on. The server adds
 * `meetingID` (so it is there twice) and `recordingmarks`; both may be missing.
 *
 * It is a hint: ask `getMeetingInfo` before anything is undone. Throws `access_denied` for a wrong
 * MAC, another meeting or an expired address, `bad_reply` for a malformed one.
 */
export function verifyMeetingEnded(
  url: string,
  { key, now }: { readonly key: string; /** Epoch ms. */ readonly now: number },
): MeetingEnded {
  requireKey(callback, key, minKeyLength);
  if (url.length > 8_192) throw malformed(callback, 'has an oversized address');
  const fields = formFields(callback, queryOf(url));
  const [meetingID, ...repeated] = fields.get('meetingID') ?? [];
  const roomRef = onlyField(callback, fields, 'room');
  const expires = onlyField(callback, fields, 'expires');
  const sent = onlyField(callback, fields, 'mac');
  if (meetingID === undefined) throw malformed(callback, 'has no meetingID');
  if (!/^[1-9]\d{0,15}$/.test(expires)) throw malformed(callback, 'has an odd expiry');
  if (repeated.some((other) => other !== meetingID)) {
    throw denied(callback, 'names more than one meeting');
  }
  if (!isSameText(sent, mac(signedQuery(meetingID, roomRef, expires), key))) {
    throw denied(callback, 'has a wrong MAC');
  }
  if (Number(expires) <= now) throw denied(callback, 'has expired');
  return { meetingID, roomRef, recordingmarks: booleanIn(fields.get('recordingmarks')) };
}

function signedQuery(meetingID: string, room: string, expires: string): string {
  return canonicalQuery(Object.entries({ meetingID, room, expires }));
}

/** The label keeps MACs made with the same key for other ends from passing here. */
function mac(query: string, key: string): string {
  return createHmac('sha256', key).update(`bluebridge:meeting-ended:1\n${query}`).digest('hex');
}

function booleanIn(values: readonly string[] | undefined): boolean | undefined {
  const [word] = values ?? [];
  return word === 'true' ? true : word === 'false' ? false : undefined;
}
